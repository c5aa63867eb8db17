// SPDX-License-Identifier: Apache-2.0
package io.besuplugins.clientversion.operator;

import static io.besuplugins.clientversion.devnet.node.NodeSelection.MERGE;
import static io.besuplugins.clientversion.devnet.node.NodeSelection.OBSERVE_MODE_ON_MERGE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.besuplugins.clientversion.devnet.OnNewNodes;
import io.besuplugins.clientversion.devnet.client.ClientVersionRequest;
import io.besuplugins.clientversion.devnet.node.Node;
import io.besuplugins.clientversion.devnet.node.NodeConfiguration;
import io.besuplugins.clientversion.devnet.process.ProcessFailedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

/** The option that switches the observer off, in each way in which Besu takes options. */
class ObserverOptionIT {

  private static final String OPTION = "--plugin-client-version-observer-enabled";

  @TempDir Path directory;

  @OnNewNodes(OBSERVE_MODE_ON_MERGE)
  void worksOnCommandLine(final NodeConfiguration configuration) {
    assertThatNoCallIsRecorded(configuration.with(OPTION + "=false"));
  }

  @OnNewNodes(OBSERVE_MODE_ON_MERGE)
  void worksInEnvironment(final NodeConfiguration configuration) {
    assertThatNoCallIsRecorded(
        configuration.withEnvironment("BESU_PLUGIN_CLIENT_VERSION_OBSERVER_ENABLED", "false"));
  }

  @OnNewNodes(OBSERVE_MODE_ON_MERGE)
  void worksInTomlFile(final NodeConfiguration configuration) throws IOException {
    final Path toml =
        Files.writeString(
            directory.resolve("besu.toml"), "plugin-client-version-observer-enabled=false\n");
    assertThatNoCallIsRecorded(configuration.with("--config-file=" + toml));
  }

  @OnNewNodes(MERGE)
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
          .singleElement()
          .asString()
          .startsWith("INFO engine_getClientVersionV1 is left alone by this plugin");
    }
  }
}
