package io.besuplugins.clientversion.devnet;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * What a node has printed.
 *
 * @param file standard output and standard error of the node's process
 */
public record NodeLog(Path file) {

  /** What Besu says when it is up. */
  public static final String UP = "Ethereum main loop is up";

  /** Every line so far. */
  public List<String> lines() {
    try {
      return new String(Files.readAllBytes(file), StandardCharsets.UTF_8).lines().toList();
    } catch (final IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** The lines that the plugin wrote. */
  public List<String> ofPlugin() {
    return lines().stream().filter(line -> line.contains(" | ClientVersionPlugin | ")).toList();
  }

  /** What the plugin said, level and message, without time and thread. */
  public List<String> saidByPlugin() {
    return ofPlugin().stream().map(NodeLog::levelAndMessage).toList();
  }

  /** The lines at WARN and above. */
  public List<String> troubles() {
    return lines().stream()
        .filter(line -> line.contains(" | WARN ") || line.contains(" | ERROR "))
        .toList();
  }

  /** The lines at WARN and above that have this word, in whatever case. */
  public List<String> troublesAbout(final String word) {
    return troubles().stream()
        .filter(line -> line.toLowerCase(Locale.ROOT).contains(word))
        .toList();
  }

  private static String levelAndMessage(final String line) {
    final String[] columns = line.split(" \\| ", 5);
    return columns[2].strip() + " " + columns[4];
  }
}
