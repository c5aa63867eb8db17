// SPDX-License-Identifier: Apache-2.0
package io.besuplugins.clientversion.demonstration;

import static org.assertj.core.api.Assertions.assertThat;

import io.besuplugins.clientversion.dsl.node.Distribution;
import io.besuplugins.clientversion.dsl.node.Node;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The blocks marked {@code output} in the Markdown files of the root directory and of docs. */
class DocumentationIT {

  private static final Path PROJECT = Path.of(System.getProperty("project.root"));
  private static final Pattern OUTPUT = Pattern.compile("(?ms)^```output$(.*?)^```$");

  @Test
  void showsWhatDemonstrationPrints() throws IOException {
    assertThat(samples())
        .hasSizeGreaterThan(15)
        .isSubsetOf(demonstration().map(DocumentationIT::withoutVariables).toList());
  }

  private static Set<String> samples() throws IOException {
    final StringBuilder documents = new StringBuilder();
    try (Stream<Path> root = Files.list(PROJECT);
        Stream<Path> docs = Files.walk(PROJECT.resolve("docs"))) {
      for (final Path file : Stream.concat(root, docs).toList()) {
        if (file.toString().endsWith(".md")) {
          documents.append(Files.readString(file));
        }
      }
    }
    return OUTPUT
        .matcher(documents)
        .results()
        .flatMap(block -> block.group(1).strip().lines())
        .map(DocumentationIT::withoutVariables)
        .collect(Collectors.toSet());
  }

  private static Stream<String> demonstration() {
    final ByteArrayOutputStream output = new ByteArrayOutputStream();
    for (final Distribution fake : List.of(Distribution.FAKE_24_8_0, Distribution.FAKE_26_8_0)) {
      try (Node node = Demonstration.start(fake)) {
        new Demonstration(new PrintStream(output, true, StandardCharsets.UTF_8)).show(node);
      }
    }
    return output.toString(StandardCharsets.UTF_8).lines();
  }

  /** Replaces times, threads, ports and the plugin's version. */
  private static String withoutVariables(final String line) {
    return line.replaceAll(
            "\\d{4}-\\d\\d-\\d\\d[ T]\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?([+-]\\d\\d:?\\d\\d|Z)", "TIME")
        .replaceAll("vert\\.x-worker-thread-\\d+", "THREAD")
        .replaceAll("127\\.0\\.0\\.1:\\d+", "PORT")
        .replaceAll("((?:_timestamp_seconds|_created)(?:\\{.*\\})?) [\\d.E]+", "$1 TIME")
        .replaceAll(
            "(Client version plugin |\"pluginVersion\":\"|reason=\"\\w+\",version=\")[^\" :]+",
            "$1VERSION");
  }
}
