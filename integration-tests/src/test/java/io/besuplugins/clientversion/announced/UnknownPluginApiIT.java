// SPDX-License-Identifier: Apache-2.0
package io.besuplugins.clientversion.announced;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.besuplugins.clientversion.contract.OverridingPlugin;
import io.besuplugins.clientversion.devnet.client.ClientVersionRequest;
import io.besuplugins.clientversion.devnet.node.Distribution;
import io.besuplugins.clientversion.devnet.node.Genesis;
import io.besuplugins.clientversion.devnet.node.Node;
import io.besuplugins.clientversion.devnet.node.NodeConfiguration;
import io.besuplugins.clientversion.devnet.node.NodeLog;
import io.besuplugins.clientversion.devnet.process.ProcessFailedException;
import io.besuplugins.clientversion.devnet.rpc.JsonRpcResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** On a Besu whose plugin API the plugin does not know, it does nothing and the node runs. */
class UnknownPluginApiIT {

  private static final String DISTRIBUTIONS =
      "io.besuplugins.clientversion.devnet.node.Distribution#UNSUPPORTED";

  @TempDir Path directory;

  @ParameterizedTest
  @FieldSource(DISTRIBUTIONS)
  void nodeRunsAndAnswersAsWithoutPluginAndLogsOneWarning(final Distribution besu) {
    final NodeConfiguration configuration = NodeConfiguration.of(besu, Genesis.MERGE);
    final JsonRpcResponse response;
    try (Node node = configuration.withoutPlugin().start()) {
      response = ClientVersionRequest.LIGHTHOUSE.sendTo(node);
    }
    final NodeLog log;
    try (Node node = configuration.start()) {
      log = node.log();
      assertThat(ClientVersionRequest.LIGHTHOUSE.sendTo(node)).isEqualTo(response);
      node.stop();
    }

    assertThat(response.json().has("result")).isTrue();
    assertThat(log.pluginMessages())
        .singleElement()
        .asString()
        .startsWith(
            "WARN The client version plugin (version %s) does nothing on this node, because"
                .formatted(System.getProperty("plugin.version")));
    assertThat(log.warningsAndErrors()).isEqualTo(log.pluginLines());
  }

  /** Shows that these fakes stop because of a plugin that is not prepared. */
  @ParameterizedTest
  @FieldSource(DISTRIBUTIONS)
  void nodeDoesNotStartWithPluginThatUsesTypesOfTodaysApi(final Distribution besu) {
    final NodeConfiguration configuration = NodeConfiguration.of(besu, Genesis.MERGE);

    assertThatThrownBy(
            () -> configuration.withPlugin(OverridingPlugin.jarIn(directory)).start().close())
        .isInstanceOf(ProcessFailedException.class)
        .hasMessageContaining("Error");
  }
}
