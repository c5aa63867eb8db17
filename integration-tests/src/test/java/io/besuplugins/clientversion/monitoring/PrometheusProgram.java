package io.besuplugins.clientversion.monitoring;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** The programs of Debian's package {@code prometheus}, as far as they are needed here. */
public enum PrometheusProgram {
  /** Scrapes, keeps what it scraped, evaluates rules and answers queries. */
  PROMETHEUS,
  /** Checks and tests rules. */
  PROMTOOL;

  /** How to get them. */
  public static final String INSTALLATION =
      "prometheus and promtool are not on the PATH; on Debian and Ubuntu: apt-get install"
          + " prometheus";

  private static final int PATIENCE_IN_SECONDS = 60;

  /** Whether all of them are on the PATH. */
  public static boolean areInstalled() {
    return Arrays.stream(values()).allMatch(program -> program.find().isPresent());
  }

  /**
   * Runs to its end.
   *
   * @param arguments those of the command line
   * @return what it printed, when it ended with success
   * @throws IllegalStateException when it did not; with what it printed
   */
  public String run(final String... arguments) throws IOException, InterruptedException {
    final Path output = Files.createTempFile(Build.directory(), "promtool", ".txt");
    final Process process =
        command(List.of(arguments))
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    try {
      final boolean ended = process.waitFor(PATIENCE_IN_SECONDS, TimeUnit.SECONDS);
      final String printed = Files.readString(output, StandardCharsets.UTF_8);
      if (!ended || process.exitValue() != 0) {
        throw new IllegalStateException(
            (ended ? "Ended with status " + process.exitValue() : "Did not end") + ":\n" + printed);
      }
      return printed;
    } finally {
      process.destroyForcibly();
    }
  }

  /** What starts it. */
  ProcessBuilder command(final List<String> arguments) {
    final List<String> command = new ArrayList<>();
    command.add(find().orElseThrow(() -> new IllegalStateException(INSTALLATION)).toString());
    command.addAll(arguments);
    return new ProcessBuilder(command);
  }

  private Optional<Path> find() {
    return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
        .map(directory -> Path.of(directory, name().toLowerCase(Locale.ROOT)))
        .filter(Files::isExecutable)
        .findFirst();
  }
}
