// SPDX-License-Identifier: Apache-2.0
package io.besuplugins.clientversion.monitoring;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * A Grafana dashboard.
 *
 * @param json as Grafana imports it
 */
public record GrafanaDashboard(JsonNode json) {

  /**
   * One query of one panel.
   *
   * @param panel the panel's title
   * @param expression for all jobs and instances
   */
  public record Query(String panel, String expression) {

    @Override
    public String toString() {
      return panel;
    }
  }

  /** Reads a dashboard from a file. */
  public static GrafanaDashboard read(final Path file) {
    try {
      return new GrafanaDashboard(new ObjectMapper().readTree(file.toFile()));
    } catch (final IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** The panels, from top to bottom. */
  public List<JsonNode> panels() {
    return elements(json.get("panels")).toList();
  }

  /** The template variables. */
  public List<JsonNode> variables() {
    return elements(json.at("/templating/list")).toList();
  }

  /** The queries of all panels. */
  public List<Query> queries() {
    return panels().stream()
        .flatMap(
            panel ->
                elements(panel.get("targets"))
                    .map(
                        target ->
                            new Query(
                                panel.get("title").asText(),
                                withoutVariables(target.get("expr").asText()))))
        .toList();
  }

  private static String withoutVariables(final String expression) {
    return expression
        .replace("$job", ".+")
        .replace("$instance", ".+")
        .replace("$__rate_interval", "1m");
  }

  private static Stream<JsonNode> elements(final JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false);
  }
}
