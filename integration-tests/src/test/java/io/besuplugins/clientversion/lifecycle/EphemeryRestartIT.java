// SPDX-License-Identifier: Apache-2.0
package io.besuplugins.clientversion.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import io.besuplugins.clientversion.dsl.client.ClientVersionRequest;
import io.besuplugins.clientversion.dsl.metrics.MetricsScrape;
import io.besuplugins.clientversion.dsl.node.Distribution;
import io.besuplugins.clientversion.dsl.node.Genesis;
import io.besuplugins.clientversion.dsl.node.Node;
import io.besuplugins.clientversion.dsl.node.NodeConfiguration;
import io.besuplugins.clientversion.dsl.node.Reason;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Besu 26.1.0 and newer register plugins again, with a new class loader, when an Ephemery node
 * restarts inside its process at the end of a period.
 */
class EphemeryRestartIT {

  private static final String OBSERVER_DISABLED = "--plugin-client-version-observer-enabled=false";

  static List<Genesis> geneses() {
    return List.of(Genesis.PROOF_OF_STAKE, Genesis.QBFT);
  }

  @ParameterizedTest
  @MethodSource("geneses")
  void pluginContinues(final Genesis genesis) throws IOException {
    final NodeConfiguration configuration =
        NodeConfiguration.of(Distribution.FAKE_26_8_0, genesis)
            .with("--rpc-http-api=CLIENTVERSION");
    try (Node node = configuration.start()) {
      ClientVersionRequest.LIGHTHOUSE.sendTo(node);

      node.restartInProcess();
      assertThat(ClientVersionRequest.LIGHTHOUSE.sendTo(node)).isEqualTo(configuration.response());
      ClientVersionRequest.TEKU.sendTo(node);

      assertThat(node.log().lines()).noneMatch(line -> line.contains("Failed to restart"));
      assertThat(node.log().warningsAndErrors()).isEmpty();
      final MetricsScrape metrics = MetricsScrape.of(node);
      assertThat(metrics.sum(MetricsScrape.CALLS)).isEqualTo(3);
      assertThat(metrics.value(MetricsScrape.VERSION, "TK")).isEqualTo(1);
      assertThat(metrics.series(MetricsScrape.PLUGIN)).hasSize(1);
      assertThat(
              node.http()
                  .call("clientversion_consensusClients", "[]")
                  .result()
                  .findValuesAsText("code"))
          .containsExactly("TK", "LH");
    }
  }

  @ParameterizedTest
  @MethodSource("geneses")
  void pluginStaysDisabled(final Genesis genesis) throws IOException {
    final NodeConfiguration configuration =
        NodeConfiguration.of(Distribution.FAKE_26_8_0, genesis).with(OBSERVER_DISABLED);
    final boolean isAnswered = configuration.reason() == Reason.NOT_PROOF_OF_STAKE_GENESIS;
    try (Node node = configuration.start()) {
      node.restartInProcess();
      ClientVersionRequest.TEKU.sendTo(node);

      assertThat(node.log().pluginMessages().stream().anyMatch(line -> line.contains("teku")))
          .isEqualTo(isAnswered);
    }
  }
}
