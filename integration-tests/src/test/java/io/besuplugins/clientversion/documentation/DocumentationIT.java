// SPDX-License-Identifier: Apache-2.0
package io.besuplugins.clientversion.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import io.besuplugins.clientversion.devnet.node.FakeBesu;
import io.besuplugins.clientversion.devnet.node.Node;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Compares the documentation's code blocks marked {@code output} with the output of the
 * demonstration, except for times, threads, ports and the plugin's version.
 */
class DocumentationIT {

  @Test
  void showsTheDemonstrationsOutput() {
    final Set<String> output =
        demonstration().map(DocumentationIT::withoutVariables).collect(Collectors.toSet());

    for (final Path document : Documents.all()) {
      assertThat(samples(document)).as(document.toString()).allMatch(output::contains);
    }
    assertThat(samples(Documents.PROJECT.resolve("README.md"))).hasSizeGreaterThan(15);
  }

  private static Stream<String> demonstration() {
    final ByteArrayOutputStream output = new ByteArrayOutputStream();
    for (final FakeBesu fake : List.of(FakeBesu.BESU_24_8_0, FakeBesu.BESU_26_8_0)) {
      try (Node node = Demonstration.start(fake)) {
        new Demonstration(new PrintStream(output, true, StandardCharsets.UTF_8)).show(node);
      }
    }
    return output.toString(StandardCharsets.UTF_8).lines();
  }

  private static String withoutVariables(final String line) {
    return line.replaceAll(
            "\\d{4}-\\d\\d-\\d\\d[ T]\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?([+-]\\d\\d:?\\d\\d|Z)", "TIME")
        .replaceAll("vert\\.x-worker-thread-\\d+", "THREAD")
        .replaceAll("127\\.0\\.0\\.1:\\d+", "PORT")
        .replaceAll("(_timestamp_seconds|_created(\\{.*\\})?) [\\d.E]+", "$1 TIME")
        .replaceAll("0\\.1\\.0(-SNAPSHOT)?", "VERSION");
  }

  private static List<String> samples(final Path document) {
    final List<String> lines = new ArrayList<>();
    boolean isInSample = false;
    for (final String line : Documents.lines(document)) {
      if (line.startsWith("```")) {
        isInSample = line.equals("```output");
      } else if (isInSample) {
        lines.add(withoutVariables(line));
      }
    }
    return lines;
  }
}
