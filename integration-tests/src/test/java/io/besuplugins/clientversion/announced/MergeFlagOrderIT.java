// SPDX-License-Identifier: Apache-2.0
package io.besuplugins.clientversion.announced;

import static org.assertj.core.api.Assertions.assertThat;

import io.besuplugins.clientversion.devnet.client.ClientVersionRequest;
import io.besuplugins.clientversion.devnet.node.Distribution;
import io.besuplugins.clientversion.devnet.node.Genesis;
import io.besuplugins.clientversion.devnet.node.Node;
import io.besuplugins.clientversion.devnet.node.NodeConfiguration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The announced lifecycle with {@code defineOptions}, with the merge flag set before {@code
 * register()}. In all other tests on this fake the flag is set after it.
 */
class MergeFlagOrderIT {

  @ParameterizedTest
  @EnumSource
  void modeIsTheSameIfFlagIsSetBeforeRegistration(final Genesis genesis) {
    final NodeConfiguration configuration =
        NodeConfiguration.of(Distribution.FAKE_L1, genesis)
            .withEnvironment("FAKE_BESU_MERGE_FLAG_FIRST", "true");
    try (Node node = configuration.start()) {
      assertThat(ClientVersionRequest.LIGHTHOUSE.sendTo(node).json().at("/result/0/code").asText())
          .isEqualTo("BU");
      assertThat(node.log().pluginMessages())
          .first()
          .asString()
          .startsWith(
              "INFO engine_getClientVersionV1 is "
                  + (configuration.isAnsweredByPlugin() ? "answered" : "observed"));
    }
  }
}
