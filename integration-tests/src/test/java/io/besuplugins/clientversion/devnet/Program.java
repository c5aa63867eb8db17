package io.besuplugins.clientversion.devnet;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * A program of this machine.
 *
 * @param name as on a command line
 */
public record Program(String name) {

  private static final int PATIENCE_IN_SECONDS = 300;

  /** Whether it is on the PATH. */
  public boolean isInstalled() {
    return find().isPresent();
  }

  /**
   * What a test that needs programs asks whether it can run. Where not, it says so among what the
   * build prints: JUnit's own reason reaches the reports only.
   *
   * @param otherwise what is missing, and how to get it
   */
  public static boolean areThere(final boolean all, final String otherwise) {
    if (!all) {
      System.out.println("Skipped: " + otherwise);
    }
    return all;
  }

  /**
   * Runs to its end.
   *
   * @param directory where it runs
   * @param arguments those of the command line
   * @return what it printed, when it ended with success
   * @throws IllegalStateException when it did not; with what it printed
   */
  public String run(final Path directory, final List<String> arguments)
      throws IOException, InterruptedException {
    final Path output = Files.createTempFile(name, ".txt");
    final Process process =
        command(arguments)
            .directory(directory.toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    try {
      final boolean ended = process.waitFor(PATIENCE_IN_SECONDS, TimeUnit.SECONDS);
      final String printed = Files.readString(output, StandardCharsets.UTF_8);
      if (!ended || process.exitValue() != 0) {
        throw new IllegalStateException(
            "%s %s:%n%s"
                .formatted(
                    name,
                    ended ? "ended with status " + process.exitValue() : "did not end",
                    printed));
      }
      return printed;
    } finally {
      process.destroyForcibly();
      Files.delete(output);
    }
  }

  /** What starts it. */
  public ProcessBuilder command(final List<String> arguments) {
    final List<String> command = new ArrayList<>();
    command.add(
        find()
            .orElseThrow(() -> new IllegalStateException(name + " is not on the PATH"))
            .toString());
    command.addAll(arguments);
    return new ProcessBuilder(command);
  }

  private Optional<Path> find() {
    return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
        .map(directory -> Path.of(directory, name))
        .filter(Files::isExecutable)
        .findFirst();
  }
}
