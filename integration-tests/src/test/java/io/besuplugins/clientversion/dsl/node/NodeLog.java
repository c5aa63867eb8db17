// SPDX-License-Identifier: Apache-2.0
package io.besuplugins.clientversion.dsl.node;

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

  public List<String> lines() {
    try {
      return new String(Files.readAllBytes(file), StandardCharsets.UTF_8).lines().toList();
    } catch (final IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  public List<String> pluginLines() {
    return lines().stream().filter(line -> line.contains(" | ClientVersionPlugin | ")).toList();
  }

  /** The plugin's lines without time and thread, such as {@code INFO Consensus client: …}. */
  public List<String> pluginMessages() {
    return pluginLines().stream()
        .map(line -> line.split(" \\| ", 5))
        .map(columns -> columns[2].strip() + " " + columns[4])
        .toList();
  }

  /** The lines at WARN and ERROR, without what Besu says about the release in plugin catalogs. */
  public List<String> warningsAndErrors() {
    return lines().stream()
        .filter(line -> !line.contains("| PluginVerifier |"))
        .filter(line -> line.matches("[^|]*\\|[^|]*\\| (WARN|ERROR) .*"))
        .toList();
  }

  /** The lines at WARN and ERROR that contain the word {@code plugin}. */
  public List<String> warningsAndErrorsAboutPlugins() {
    return warningsAndErrors().stream()
        .filter(line -> line.toLowerCase(Locale.ROOT).contains("plugin"))
        .toList();
  }
}
