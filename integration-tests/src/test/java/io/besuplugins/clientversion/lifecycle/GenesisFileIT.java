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
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Networks on which it is hard to tell whether Besu has the method. A node on which the plugin
 * registers a method that Besu has does not start.
 */
class GenesisFileIT {

  private static final String OTHER_CONSENSUS = "\"config\": {\"chainId\": 2026, \"qbft\": {}},";

  static Stream<Arguments> genesisFiles() {
    return releasesThatAreProofOfStakeByDefault()
        .flatMap(
            besu ->
                Stream.of(
                        changed("config_twice", OTHER_CONSENSUS + "\"config\""),
                        changed("config_in_two_cases", "\"Config\": {\"clique\": {}}, \"config\""),
                        changed("config_in_two_cases_2", OTHER_CONSENSUS + "\"CONFIG\""),
                        changed("null_config", "\"qbft\": {}, \"config\": null, \"ignored\""))
                    .map(genesis -> Arguments.of(besu, genesis)));
  }

  private static Stream<Distribution> releasesThatAreProofOfStakeByDefault() {
    return Distribution.supported().filter(besu -> besu.isAtLeast("26.7.0"));
  }

  /** A genesis file without consensus, with something else in front of {@code config}. */
  private static Genesis changed(final String name, final String config) {
    return new Genesis(name, Genesis.NO_CONSENSUS.json().replace("\"config\"", config));
  }

  @ParameterizedTest
  @MethodSource("genesisFiles")
  void isLeftToBesuIfInDoubt(final Distribution besu, final Genesis genesis) {
    assertRecordedWithReason(NodeConfiguration.of(besu, genesis), Reason.UNDETERMINED);
  }

  @ParameterizedTest
  @MethodSource("releasesWithNetworkDev")
  void networkDevIsAnswered(final Distribution besu) {
    assertRecordedWithReason(
        NodeConfiguration.of(besu, Genesis.QBFT).with("--network=dev"),
        Reason.NOT_PROOF_OF_STAKE_NETWORK);
  }

  static Stream<Distribution> releasesWithNetworkDev() {
    return Distribution.supported()
        .filter(besu -> besu.isAtLeast("24.9.0") && !besu.isAtLeast("26.8.1"));
  }

  private static void assertRecordedWithReason(
      final NodeConfiguration configuration, final Reason reason) {
    try (Node node = configuration.start()) {
      assertThat(ClientVersionRequest.LIGHTHOUSE.sendTo(node).json().has("result")).isTrue();
      final MetricsScrape metrics = MetricsScrape.of(node);
      assertThat(metrics.value(MetricsScrape.PLUGIN, reason.mode(), reason.label())).isEqualTo(1);
      assertThat(metrics.value(MetricsScrape.CALLS, "LH")).isEqualTo(1);
    }
  }
}
