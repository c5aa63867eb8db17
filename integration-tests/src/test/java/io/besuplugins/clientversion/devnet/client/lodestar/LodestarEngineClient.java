// SPDX-License-Identifier: Apache-2.0
package io.besuplugins.clientversion.devnet.client.lodestar;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** An engine client that drives one node. Closing it ends its calls. */
public final class LodestarEngineClient implements AutoCloseable {

  private final LodestarProcess process;
  private final int number;

  LodestarEngineClient(final LodestarProcess process, final int number) {
    this.process = process;
    this.number = number;
  }

  /** The state that it assigns to the node, such as {@code OFFLINE}. */
  public String state() {
    return property("state").asText();
  }

  /** What it would write into a block if its operator configured no graffiti. */
  public String graffiti() {
    return property("graffiti").asText();
  }

  /** The node's client version as it has cached it, or a JSON null. */
  public JsonNode executionClient() {
    return property("executionClient");
  }

  /** Its log, as level and message. */
  public List<String> log() {
    final List<String> lines = new ArrayList<>();
    property("log").forEach(line -> lines.add(line.asText()));
    return lines;
  }

  private JsonNode property(final String name) {
    return process.call("tell", "[" + number + "]").get(name);
  }

  @Override
  public void close() {
    process.call("disconnect", "[" + number + "]");
  }
}
