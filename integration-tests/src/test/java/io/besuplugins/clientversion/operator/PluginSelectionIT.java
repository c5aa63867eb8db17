// SPDX-License-Identifier: Apache-2.0
package io.besuplugins.clientversion.operator;

import static io.besuplugins.clientversion.devnet.node.Distribution.FAKE_24_8_0;
import static io.besuplugins.clientversion.devnet.node.Distribution.FAKE_26_8_0;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.besuplugins.clientversion.devnet.node.Distribution;
import io.besuplugins.clientversion.devnet.node.Genesis;
import io.besuplugins.clientversion.devnet.node.Node;
import io.besuplugins.clientversion.devnet.node.NodeConfiguration;
import io.besuplugins.clientversion.devnet.process.ProcessFailedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** How an operator names the plugin to Besu, and what stays behind when the jar is removed. */
class PluginSelectionIT {

  private static final String OPTION = "plugin-client-version-observer-enabled";

  @TempDir Path directory;

  /** Every way in which Besu has handled options since it has {@code --plugins}. */
  static Stream<NodeConfiguration> configurations() {
    return Stream.concat(Stream.of(FAKE_24_8_0, FAKE_26_8_0), Distribution.installed())
        .filter(besu -> besu.isAtLeast("24.5.0"))
        .map(besu -> NodeConfiguration.of(besu, Genesis.MERGE));
  }

  @ParameterizedTest
  @MethodSource("configurations")
  void loadsPluginNamedOnTheCommandLine(final NodeConfiguration configuration) {
    assertThatPluginIsLoaded(configuration.with("--plugins=ClientVersionPlugin"));
  }

  @ParameterizedTest
  @MethodSource("configurations")
  void loadsPluginNamedInTomlFile(final NodeConfiguration configuration) throws IOException {
    assertThatPluginIsLoaded(configuration.with(tomlFile("plugins=[\"ClientVersionPlugin\"]")));
  }

  @ParameterizedTest
  @MethodSource("configurations")
  void besuRejectsWrongName(final NodeConfiguration configuration) {
    assertThatBesuDoesNotStart(
        configuration.with("--plugins=ClientVersion"),
        "The following requested plugins were not found: ClientVersion");
  }

  @ParameterizedTest
  @MethodSource("configurations")
  void besuRejectsNamespaceOfRemovedPlugin(final NodeConfiguration configuration) {
    assertThatBesuDoesNotStart(
        configuration.withoutPlugin().with("--rpc-http-api=ETH,CLIENTVERSION"),
        "Invalid value for option '--rpc-http-api': invalid entries found [CLIENTVERSION]");
  }

  @ParameterizedTest
  @MethodSource("configurations")
  void besuRejectsOptionOfRemovedPlugin(final NodeConfiguration configuration) {
    assertThatBesuDoesNotStart(
        configuration.withoutPlugin().with("--" + OPTION + "=false"),
        "Unknown option: '--" + OPTION + "=false'");
  }

  @ParameterizedTest
  @MethodSource("configurations")
  void besuRejectsTomlKeyOfRemovedPlugin(final NodeConfiguration configuration) throws IOException {
    assertThatBesuDoesNotStart(
        configuration.withoutPlugin().with(tomlFile(OPTION + "=false")),
        "Unknown option in TOML configuration file: " + OPTION);
  }

  private String tomlFile(final String line) throws IOException {
    return "--config-file=" + Files.writeString(directory.resolve("besu.toml"), line + "\n");
  }

  private static void assertThatPluginIsLoaded(final NodeConfiguration configuration) {
    try (Node node = configuration.start()) {
      assertThat(node.log().pluginMessages())
          .singleElement()
          .asString()
          .startsWith("INFO engine_getClientVersionV1 is ");
    }
  }

  private static void assertThatBesuDoesNotStart(
      final NodeConfiguration configuration, final String message) {
    assertThatThrownBy(() -> configuration.start().close())
        .isInstanceOf(ProcessFailedException.class)
        .hasMessageContaining(message);
  }
}
