// SPDX-License-Identifier: Apache-2.0
package io.besuplugins.clientversion.comparison;

import io.besuplugins.clientversion.dsl.node.Node;
import java.util.List;
import java.util.stream.Stream;

/** What a node prints, in a form in which two nodes can be compared. */
final class NodeOutput {

  /** What Besu says about plugins in general, with and without one. */
  private static final List<String> PLUGIN_SUMMARY =
      List.of("PluginVerifier", "No plugins have been registered.", "Registered Plugins:");

  /** The id of calls that only the plugin answers. Besu logs the responses at TRACE. */
  static final String ONLY_WITH_PLUGIN = "answered by the plugin";

  private final Node node;
  private int skippedLines;

  NodeOutput(final Node node) {
    this.node = node;
  }

  Node node() {
    return node;
  }

  /** The lines since the last skip, without the colours of lines that are logged very early. */
  Stream<String> newLines() {
    return node.log().lines().stream()
        .skip(skippedLines)
        .map(line -> line.replaceAll("\\x1b\\[[0-9;]*m", ""));
  }

  /** Ignores what has been printed so far. */
  void skip() {
    skippedLines = node.log().lines().size();
  }

  /**
   * The lines since the last skip, without those that the plugin prints and those in which Besu
   * says that it loaded the jar, and without what differs from process to process.
   */
  List<String> comparableLines() {
    return newLines()
        .filter(line -> !isAboutPlugin(line) && !line.contains(ONLY_WITH_PLUGIN))
        .filter(line -> PLUGIN_SUMMARY.stream().noneMatch(line::contains))
        .map(
            line ->
                line.replace(node.directory().toString(), "DIRECTORY")
                    .replaceAll("(0x|@)[0-9a-f]+|\\b[0-9a-f]{16,}\\b", "HEX")
                    .replaceAll("\\d+", "0"))
        .toList();
  }

  static boolean isAboutPlugin(final String line) {
    return line.contains("ClientVersionPlugin");
  }
}
