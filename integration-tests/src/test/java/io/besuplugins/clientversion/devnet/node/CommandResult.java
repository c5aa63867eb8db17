// SPDX-License-Identifier: Apache-2.0
package io.besuplugins.clientversion.devnet.node;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * What a command of Besu's left behind.
 *
 * @param status the exit status
 * @param lines what it printed, without colours
 */
public record CommandResult(int status, List<String> lines) {

  private static final long MAX_SECONDS = 60;

  static CommandResult of(final ProcessBuilder command) {
    try {
      final Path output = Files.createTempFile("besu", ".out");
      final Process process =
          command.redirectErrorStream(true).redirectOutput(output.toFile()).start();
      if (!process.waitFor(MAX_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new NodeFailedException("did not exit", Files.readAllLines(output));
      }
      final List<String> lines =
          Files.readAllLines(output).stream().map(CommandResult::withoutColours).toList();
      Files.delete(output);
      return new CommandResult(process.exitValue(), lines);
    } catch (final IOException failure) {
      throw new UncheckedIOException(failure);
    } catch (final InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
  }

  /** Besu colours what it prints before it has read the option that turns colours off. */
  private static String withoutColours(final String line) {
    return line.replaceAll("\\x1b\\[[0-9;]*m", "");
  }
}
