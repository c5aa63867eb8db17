// SPDX-License-Identifier: Apache-2.0
package io.besuplugins.clientversion.dsl.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * The result of a command that exits by itself.
 *
 * @param status the exit status
 * @param lines what it printed
 */
public record ProcessResult(int status, List<String> lines) {

  private static final int MAX_MINUTES = 5;

  /**
   * Runs a command.
   *
   * @throws IllegalStateException if it takes longer than five minutes
   */
  public static ProcessResult of(final ProcessBuilder command) {
    try {
      final Path output = Files.createTempFile("output", ".txt");
      final Process process =
          command.redirectErrorStream(true).redirectOutput(output.toFile()).start();
      final boolean hasExited = process.waitFor(MAX_MINUTES, TimeUnit.MINUTES);
      final List<String> lines = Files.readAllLines(output);
      Files.delete(output);
      if (!hasExited) {
        process.destroyForcibly();
        throw new IllegalStateException(command.command() + " did not exit: " + lines);
      }
      return new ProcessResult(process.exitValue(), lines);
    } catch (final IOException failure) {
      throw new UncheckedIOException(failure);
    } catch (final InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
  }

  /**
   * Returns what the command printed if it succeeded.
   *
   * @throws ProcessFailedException if it failed
   */
  public List<String> linesOfSuccess() {
    if (status != 0) {
      throw new ProcessFailedException(status, lines);
    }
    return lines;
  }
}
