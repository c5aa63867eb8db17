package io.besuplugins.clientversion.lodestar;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** One engine client of Lodestar's, which drives one node; closing ends its calls. */
public final class EngineClient implements AutoCloseable {

  private final EngineClients host;
  private final int number;

  EngineClient(final EngineClients host, final int number) {
    this.host = host;
    this.number = number;
  }

  /** What it takes the node for, such as {@code OFFLINE}. */
  public String state() {
    return tell("state").asText();
  }

  /** What it would write into a block, if its operator gave no text. */
  public String graffiti() {
    return tell("graffiti").asText();
  }

  /** What it keeps of the node's answer; null in JSON while there is nothing. */
  public JsonNode executionClient() {
    return tell("executionClient");
  }

  /** What it logged, as level and message. */
  public List<String> log() {
    final List<String> lines = new ArrayList<>();
    tell("log").forEach(line -> lines.add(line.asText()));
    return lines;
  }

  private JsonNode tell(final String what) {
    return host.call("tell", "[" + number + "]").get(what);
  }

  @Override
  public void close() {
    host.call("disconnect", "[" + number + "]");
  }
}
