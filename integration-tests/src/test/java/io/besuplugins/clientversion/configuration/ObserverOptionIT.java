// SPDX-License-Identifier: Apache-2.0
package io.besuplugins.clientversion.configuration;

import static io.besuplugins.clientversion.dsl.node.NodeSelection.OBSERVE_MODE_ON_PROOF_OF_STAKE;
import static io.besuplugins.clientversion.dsl.node.NodeSelection.PROOF_OF_STAKE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.besuplugins.clientversion.dsl.OnNewNodes;
import io.besuplugins.clientversion.dsl.client.ClientVersionRequest;
import io.besuplugins.clientversion.dsl.metrics.MetricsScrape;
import io.besuplugins.clientversion.dsl.node.Node;
import io.besuplugins.clientversion.dsl.node.NodeConfiguration;
import io.besuplugins.clientversion.dsl.process.ProcessFailedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

/** The option that switches the observer off, in each way in which Besu takes options. */
class ObserverOptionIT {

  private static final String OPTION = "--plugin-client-version-observer-enabled";

  @TempDir Path directory;

  @OnNewNodes(OBSERVE_MODE_ON_PROOF_OF_STAKE)
  void worksOnCommandLine(final NodeConfiguration configuration) {
    assertThatNoCallIsRecorded(configuration.with(OPTION + "=false"));
  }

  @OnNewNodes(OBSERVE_MODE_ON_PROOF_OF_STAKE)
  void worksInEnvironment(final NodeConfiguration configuration) {
    assertThatNoCallIsRecorded(
        configuration.withEnvironment("BESU_PLUGIN_CLIENT_VERSION_OBSERVER_ENABLED", "false"));
  }

  @OnNewNodes(OBSERVE_MODE_ON_PROOF_OF_STAKE)
  void worksInTomlFile(final NodeConfiguration configuration) throws IOException {
    final Path toml =
        Files.writeString(
            directory.resolve("besu.toml"), "plugin-client-version-observer-enabled=false\n");
    assertThatNoCallIsRecorded(configuration.with("--config-file=" + toml));
  }

  @OnNewNodes(PROOF_OF_STAKE)
  void mustBeBoolean(final NodeConfiguration configuration) {
    assertThatThrownBy(() -> configuration.with(OPTION + "=maybe").start().close())
        .isInstanceOf(ProcessFailedException.class)
        .hasMessageContaining("'" + OPTION + "'")
        .hasMessageContaining("'maybe' is not a boolean");
  }

  private static void assertThatNoCallIsRecorded(final NodeConfiguration configuration) {
    try (Node node = configuration.start()) {
      ClientVersionRequest.LIGHTHOUSE.sendTo(node);

      assertThat(node.log().pluginMessages())
          .containsExactly(
              "INFO Client version plugin %s is off: disabled by %s"
                  .formatted(System.getProperty("plugin.version"), OPTION));
      assertThat(MetricsScrape.of(node).value(MetricsScrape.PLUGIN, "OFF", "disabled_by_operator"))
          .isEqualTo(1);
    }
  }
}
