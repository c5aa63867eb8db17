// SPDX-License-Identifier: Apache-2.0
package io.besuplugins.clientversion.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import io.besuplugins.clientversion.demonstration.Demonstration;
import io.besuplugins.clientversion.dsl.node.Distribution;
import io.besuplugins.clientversion.dsl.node.Node;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The Markdown files in the root directory and under {@code docs}. */
class DocumentationIT {

  private static final Path PROJECT = Path.of(System.getProperty("project.root"));
  private static final Pattern TEST = Pattern.compile("`(\\w+(?:Test|IT))(?:\\.(\\w+))?`");

  /** Compares the code blocks marked {@code output}. */
  @Test
  void showsOutputOfDemonstration() throws IOException {
    final Set<String> output =
        demonstration().map(DocumentationIT::withoutVariables).collect(Collectors.toSet());
    final List<String> samples = new ArrayList<>();
    for (final Path document : documents()) {
      CodeBlock.of(document).stream()
          .filter(block -> block.language().equals("output"))
          .flatMap(block -> block.text().lines())
          .map(DocumentationIT::withoutVariables)
          .forEach(samples::add);
    }

    assertThat(samples).hasSizeGreaterThan(15).allMatch(output::contains);
  }

  @Test
  void namesTestsThatExist() throws IOException {
    final List<MatchResult> tests = new ArrayList<>();
    for (final Path document : documents()) {
      TEST.matcher(Files.readString(document)).results().forEach(tests::add);
    }

    assertThat(tests).hasSizeGreaterThan(20);
    for (final MatchResult test : tests) {
      final String source = sourceOf(test.group(1));
      if (test.group(2) != null) {
        assertThat(source).as(test.group()).containsPattern(" " + test.group(2) + "( =|\\()");
      }
    }
  }

  /** In tables whose last column is headed {@code shown by}. */
  @Test
  void namesTestForEachClaim() throws IOException {
    final List<String> claims = new ArrayList<>();
    for (final Path document : documents()) {
      boolean isInTable = false;
      for (final String line : Files.readAllLines(document)) {
        if (isInTable && line.startsWith("|") && !line.startsWith("|---")) {
          claims.add(line);
        }
        isInTable = line.endsWith("| shown by |") || isInTable && line.startsWith("|");
      }
    }

    assertThat(claims).hasSizeGreaterThan(10).allMatch(claim -> TEST.matcher(claim).find());
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

  static List<Path> documents() throws IOException {
    try (Stream<Path> root = Files.list(PROJECT);
        Stream<Path> docs = Files.walk(PROJECT.resolve("docs"))) {
      return Stream.concat(root, docs).filter(file -> file.toString().endsWith(".md")).toList();
    }
  }

  private static String sourceOf(final String test) throws IOException {
    for (final String module : List.of("plugin", "integration-tests")) {
      try (Stream<Path> tree = Files.walk(PROJECT.resolve(module).resolve("src/test/java"))) {
        final var source = tree.filter(file -> file.endsWith(test + ".java")).findAny();
        if (source.isPresent()) {
          return Files.readString(source.get());
        }
      }
    }
    throw new AssertionError("There is no " + test);
  }
}
