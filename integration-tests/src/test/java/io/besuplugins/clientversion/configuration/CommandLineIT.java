// SPDX-License-Identifier: Apache-2.0
package io.besuplugins.clientversion.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import io.besuplugins.clientversion.dsl.node.Distribution;
import io.besuplugins.clientversion.dsl.process.ProcessResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The plugin changes nothing in what Besu's commands print and return but its option and version.
 */
class CommandLineIT {

  private static final String DISTRIBUTIONS =
      "io.besuplugins.clientversion.dsl.node.Distribution#supported";

  @TempDir Path noPlugins;
  @TempDir Path plugins;

  @BeforeEach
  void installPlugin() throws IOException {
    final Path jar = Path.of(System.getProperty("plugin.jar"));
    Files.copy(jar, plugins.resolve(jar.getFileName()));
  }

  /** Compares options only, because the rest of Besu's help differs from run to run. */
  @ParameterizedTest
  @MethodSource(DISTRIBUTIONS)
  void helpShowsOnlyThePluginsOptionInAddition(final Distribution besu) {
    final ProcessResult without = besu.run(noPlugins, "--help");
    final ProcessResult with = besu.run(plugins, "--help");

    assertThat(with.status()).isEqualTo(without.status()).isZero();
    final Set<String> options = options(without);
    assertThat(options).contains("--data-path").hasSizeGreaterThan(20);
    options.add("--plugin-client-version-observer-enabled");
    assertThat(options(with)).isEqualTo(options);
  }

  @ParameterizedTest
  @MethodSource(DISTRIBUTIONS)
  void versionShowsOnlyThePluginsVersionInAddition(final Distribution besu) {
    assertThat(linesAddedByPlugin(besu, "--version"))
        .isNotEmpty()
        .allMatch(line -> line.matches(".*(ClientVersionPlugin|besu-client-version-plugin).*"));
  }

  /** The fakes have no subcommands. */
  @ParameterizedTest(allowZeroInvocations = true)
  @MethodSource("io.besuplugins.clientversion.dsl.node.Distribution#installed")
  void subcommandsAreUnchanged(final Distribution besu) {
    assertThat(linesAddedByPlugin(besu, "public-key", "--help"))
        .allMatch(line -> line.contains("ClientVersionPlugin"));
  }

  private List<String> linesAddedByPlugin(final Distribution besu, final String... arguments) {
    final ProcessResult without = besu.run(noPlugins, arguments);
    final ProcessResult with = besu.run(plugins, arguments);
    assertThat(with.status()).isEqualTo(without.status()).isZero();
    final List<String> added = new ArrayList<>(messages(with));
    assertThat(added).containsAll(messages(without));
    messages(without).forEach(added::remove);
    return added;
  }

  private static Set<String> options(final ProcessResult result) {
    return Pattern.compile("--[a-zA-Z][-\\w]+")
        .matcher(String.join("\n", messages(result)))
        .results()
        .map(MatchResult::group)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /**
   * Without the time at the beginning of log lines, without colours, and without what Besu says of
   * the release in the plugin's catalog.
   */
  private static List<String> messages(final ProcessResult result) {
    return result.lines().stream()
        .map(line -> line.replaceAll("\\x1b\\[[0-9;]*m", "").replaceFirst("^\\d{4}-.*? \\| ", ""))
        .filter(line -> !line.contains("| PluginVerifier |"))
        .toList();
  }
}
