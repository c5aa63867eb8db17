package io.besuplugins.clientversion.devnet;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A command of Besu's that ends by itself.
 *
 * @param status the exit status
 * @param lines what it printed, without colours
 */
public record CommandRun(int status, List<String> lines) {

  private static final long LONGEST_SECONDS = 60;

  /** Runs it with these plugins and waits for its end. */
  public static CommandRun of(
      final Distribution distribution, final Path plugins, final String... arguments) {
    try {
      final Path printed = Files.createTempFile("besu", ".out");
      final Process process =
          distribution
              .besu(plugins, List.of(arguments))
              .redirectErrorStream(true)
              .redirectOutput(printed.toFile())
              .start();
      if (!process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new NodeFailedException("did not end", Files.readAllLines(printed));
      }
      final List<String> lines =
          Files.readAllLines(printed).stream().map(CommandRun::withoutColors).toList();
      Files.delete(printed);
      return new CommandRun(process.exitValue(), lines);
    } catch (final IOException cannotRun) {
      throw new UncheckedIOException(cannotRun);
    } catch (final InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
  }

  /** Besu colours what it prints before it has read the option that says not to. */
  private static String withoutColors(final String line) {
    return line.replaceAll("\\x1b\\[[0-9;]*m", "");
  }
}
