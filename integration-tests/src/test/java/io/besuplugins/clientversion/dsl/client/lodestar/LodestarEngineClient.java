// SPDX-License-Identifier: Apache-2.0
package io.besuplugins.clientversion.dsl.client.lodestar;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.besuplugins.clientversion.dsl.rpc.JsonRpcClient;
import java.util.List;

/** An engine client that is connected to one node. Closing it ends its calls. */
public record LodestarEngineClient(JsonRpcClient process, int number) implements AutoCloseable {

  /**
   * An engine client at one moment.
   *
   * @param state the state that it assigns to the node, such as {@code OFFLINE}
   * @param executionClient the node's client version as it has cached it, or a JSON null
   * @param graffiti what it would write into a block if its operator configured no graffiti
   * @param log its log, as level and message
   */
  public record Description(
      String state, JsonNode executionClient, String graffiti, List<String> log) {}

  public Description describe() {
    final JsonNode result = process.call("describe", "[" + number + "]").result();
    return new ObjectMapper().convertValue(result, Description.class);
  }

  @Override
  public void close() {
    process.call("disconnect", "[" + number + "]");
  }
}
