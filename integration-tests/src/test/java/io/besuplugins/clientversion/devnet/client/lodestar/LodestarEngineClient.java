// SPDX-License-Identifier: Apache-2.0
package io.besuplugins.clientversion.devnet.client.lodestar;

import com.fasterxml.jackson.databind.JsonNode;
import io.besuplugins.clientversion.devnet.rpc.JsonRpcClient;
import java.util.List;
import java.util.stream.StreamSupport;

/** An engine client that drives one node. Closing it ends its calls. */
public final class LodestarEngineClient implements AutoCloseable {

  private final JsonRpcClient process;
  private final String params;

  LodestarEngineClient(final JsonRpcClient process, final int number) {
    this.process = process;
    this.params = "[" + number + "]";
  }

  /** The state that it assigns to the node, such as {@code OFFLINE}. */
  public String state() {
    return describe().get("state").asText();
  }

  /** What it would write into a block if its operator configured no graffiti. */
  public String graffiti() {
    return describe().get("graffiti").asText();
  }

  /** The node's client version as it has cached it, or a JSON null. */
  public JsonNode executionClient() {
    return describe().get("executionClient");
  }

  /** Its log, as level and message. */
  public List<String> log() {
    return StreamSupport.stream(describe().get("log").spliterator(), false)
        .map(JsonNode::asText)
        .toList();
  }

  private JsonNode describe() {
    return process.call("describe", params).result();
  }

  @Override
  public void close() {
    process.call("disconnect", params);
  }
}
