// SPDX-License-Identifier: Apache-2.0
package io.besuplugins.clientversion.configuration;

import static io.besuplugins.clientversion.dsl.node.Distribution.FAKE_24_8_0;
import static io.besuplugins.clientversion.dsl.node.Distribution.FAKE_26_8_0;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.besuplugins.clientversion.dsl.node.Distribution;
import io.besuplugins.clientversion.dsl.node.Genesis;
import io.besuplugins.clientversion.dsl.node.Node;
import io.besuplugins.clientversion.dsl.node.NodeConfiguration;
import io.besuplugins.clientversion.dsl.process.ProcessFailedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How an operator names the plugin to Besu, and what stays behind when the jar is removed. */
@ParameterizedClass
@MethodSource("configurations")
class PluginSelectionIT {

  @TempDir Path directory;

  @Parameter NodeConfiguration configuration;

  /** Every way in which Besu has handled options since it has {@code --plugins}. */
  static Stream<NodeConfiguration> configurations() {
    return Stream.concat(Stream.of(FAKE_24_8_0, FAKE_26_8_0), Distribution.installed())
        .filter(besu -> besu.isAtLeast("24.5.0"))
        .map(besu -> NodeConfiguration.of(besu, Genesis.PROOF_OF_STAKE));
  }

  @ParameterizedTest
  @ValueSource(strings = {"--plugins=ClientVersionPlugin", "plugins=[\"ClientVersionPlugin\"]"})
  void besuLoadsNamedPlugin(final String setting) throws IOException {
    try (Node node = with(setting).start()) {
      assertThat(node.log().pluginMessages()).containsExactly(configuration.startLine());
    }
  }

  @Test
  void besuRejectsWrongName() throws IOException {
    assertThatBesuDoesNotStart(
        with("--plugins=ClientVersion"),
        "The following requested plugins were not found: ClientVersion");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--rpc-http-api=ETH,CLIENTVERSION"
            + "| Invalid value for option '--rpc-http-api': invalid entries found [CLIENTVERSION]",
        "--plugin-client-version-observer-enabled=false"
            + "| Unknown option: '--plugin-client-version-observer-enabled=false'",
        "plugin-client-version-observer-enabled=false"
            + "| Unknown option in TOML configuration file: plugin-client-version-observer-enabled"
      })
  void besuRejectsSettingOfRemovedPlugin(final String setting, final String message)
      throws IOException {
    assertThatBesuDoesNotStart(with(setting).withoutPlugin(), message);
  }

  /** Adds an option of the command line, or a line of a TOML file. */
  private NodeConfiguration with(final String setting) throws IOException {
    return configuration.with(
        setting.startsWith("--")
            ? setting
            : "--config-file=" + Files.writeString(directory.resolve("besu.toml"), setting + "\n"));
  }

  private static void assertThatBesuDoesNotStart(
      final NodeConfiguration configuration, final String message) {
    assertThatThrownBy(() -> configuration.start().close())
        .isInstanceOf(ProcessFailedException.class)
        .hasMessageContaining(message);
  }
}
