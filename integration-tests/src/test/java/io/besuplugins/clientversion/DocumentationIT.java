package io.besuplugins.clientversion;

import static org.assertj.core.api.Assertions.assertThat;

import io.besuplugins.clientversion.devnet.Devnet;
import io.besuplugins.clientversion.devnet.FakeBesu;
import io.besuplugins.clientversion.devnet.Node;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What the documentation shows as the program's output, in blocks marked {@code output}, is what
 * the demonstration prints, but for times, threads, ports, and the plugin's version.
 */
class DocumentationIT {

  private static final Path PROJECT = Path.of(System.getProperty("project.root"));

  @Test
  void showsWhatTheProgramPrints() {
    final Set<String> printed =
        demonstration().map(DocumentationIT::general).collect(Collectors.toSet());

    for (final Path document : documents()) {
      assertThat(samples(document)).as(document.toString()).allMatch(printed::contains);
    }
    assertThat(samples(PROJECT.resolve("README.md"))).hasSizeGreaterThan(40);
  }

  private static Stream<String> demonstration() {
    final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    for (final FakeBesu fake : List.of(FakeBesu.BESU_24_8_0, FakeBesu.BESU_26_8_0)) {
      try (Node node = Devnet.start(fake)) {
        new Devnet(new PrintStream(printed, true, StandardCharsets.UTF_8)).show(node);
      }
    }
    return printed.toString(StandardCharsets.UTF_8).lines();
  }

  private static String general(final String line) {
    return line.replaceAll(
            "\\d{4}-\\d\\d-\\d\\d[ T]\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?([+-]\\d\\d:?\\d\\d|Z)", "TIME")
        .replaceAll("vert\\.x-worker-thread-\\d+", "THREAD")
        .replaceAll("127\\.0\\.0\\.1:\\d+", "PORT")
        .replaceAll("(_timestamp_seconds|_created(\\{.*\\})?) [\\d.E]+", "$1 TIME")
        .replaceAll("0\\.1\\.0(-SNAPSHOT)?", "VERSION");
  }

  private static List<Path> documents() {
    try (Stream<Path> docs = Files.walk(PROJECT.resolve("docs"))) {
      return Stream.concat(
              docs.filter(file -> file.toString().endsWith(".md")),
              Stream.of(PROJECT.resolve("README.md")))
          .toList();
    } catch (final IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static List<String> samples(final Path document) {
    final List<String> lines = new ArrayList<>();
    boolean inSample = false;
    try {
      for (final String line : Files.readAllLines(document)) {
        if (line.startsWith("```")) {
          inSample = line.equals("```output");
        } else if (inSample) {
          lines.add(general(line));
        }
      }
    } catch (final IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
    return lines;
  }
}
