// SPDX-License-Identifier: Apache-2.0
package io.besuplugins.clientversion.operator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.besuplugins.clientversion.devnet.FakeBesu;
import io.besuplugins.clientversion.devnet.InstalledBesu;
import io.besuplugins.clientversion.devnet.Network;
import io.besuplugins.clientversion.devnet.Node;
import io.besuplugins.clientversion.devnet.NodeFailedException;
import io.besuplugins.clientversion.devnet.NodeSetup;
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
  static Stream<NodeSetup> setups() {
    return Stream.concat(
            Stream.of(FakeBesu.BESU_24_8_0, FakeBesu.BESU_26_8_0), InstalledBesu.given())
        .filter(besu -> besu.isSince("24.5.0"))
        .map(besu -> NodeSetup.of(besu, Network.MERGE));
  }

  @ParameterizedTest
  @MethodSource("setups")
  void loadsPluginNamedOnTheCommandLine(final NodeSetup setup) {
    assertThatPluginIsLoaded(setup.with("--plugins=ClientVersionPlugin"));
  }

  @ParameterizedTest
  @MethodSource("setups")
  void loadsPluginNamedInTomlFile(final NodeSetup setup) throws IOException {
    assertThatPluginIsLoaded(setup.with(tomlFile("plugins=[\"ClientVersionPlugin\"]")));
  }

  @ParameterizedTest
  @MethodSource("setups")
  void besuRejectsWrongName(final NodeSetup setup) {
    assertThatBesuDoesNotStart(
        setup.with("--plugins=ClientVersion"),
        "The following requested plugins were not found: ClientVersion");
  }

  @ParameterizedTest
  @MethodSource("setups")
  void besuRejectsNamespaceOfRemovedPlugin(final NodeSetup setup) {
    assertThatBesuDoesNotStart(
        setup.withoutPlugin().with("--rpc-http-api=ETH,CLIENTVERSION"),
        "Invalid value for option '--rpc-http-api': invalid entries found [CLIENTVERSION]");
  }

  @ParameterizedTest
  @MethodSource("setups")
  void besuRejectsOptionOfRemovedPlugin(final NodeSetup setup) {
    assertThatBesuDoesNotStart(
        setup.withoutPlugin().with("--" + OPTION + "=false"),
        "Unknown option: '--" + OPTION + "=false'");
  }

  @ParameterizedTest
  @MethodSource("setups")
  void besuRejectsTomlKeyOfRemovedPlugin(final NodeSetup setup) throws IOException {
    assertThatBesuDoesNotStart(
        setup.withoutPlugin().with(tomlFile(OPTION + "=false")),
        "Unknown option in TOML configuration file: " + OPTION);
  }

  private String tomlFile(final String line) throws IOException {
    return "--config-file=" + Files.writeString(directory.resolve("besu.toml"), line + "\n");
  }

  private static void assertThatPluginIsLoaded(final NodeSetup setup) {
    try (Node node = setup.start()) {
      assertThat(node.log().saidByPlugin())
          .singleElement()
          .asString()
          .startsWith("INFO engine_getClientVersionV1 is ");
    }
  }

  private static void assertThatBesuDoesNotStart(final NodeSetup setup, final String message) {
    assertThatThrownBy(() -> setup.start().close())
        .isInstanceOf(NodeFailedException.class)
        .hasMessageContaining(message);
  }
}
