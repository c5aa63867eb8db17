// SPDX-License-Identifier: Apache-2.0
package io.besuplugins.clientversion.operator;

import static io.besuplugins.clientversion.devnet.metrics.MetricsScrape.CALLS;
import static io.besuplugins.clientversion.devnet.node.NodeSelection.ALL;
import static io.besuplugins.clientversion.devnet.node.NodeSelection.MERGE;
import static org.assertj.core.api.Assertions.assertThat;

import io.besuplugins.clientversion.devnet.OnNewNodes;
import io.besuplugins.clientversion.devnet.OnSharedNodes;
import io.besuplugins.clientversion.devnet.client.ClientVersionRequest;
import io.besuplugins.clientversion.devnet.metrics.MetricsScrape;
import io.besuplugins.clientversion.devnet.node.Node;
import io.besuplugins.clientversion.devnet.node.NodeConfiguration;
import java.time.Instant;

/** The plugin's metrics in the text format that each release's Prometheus client prints. */
class MetricsIT {

  static final String LAST_CALL = "besu_rpc_consensus_client_last_call_timestamp_seconds";
  static final String REFUSED = "besu_rpc_consensus_client_refused_calls_total";
  private static final String[] LIGHTHOUSE = {"LH", "Lighthouse", "v5.3.0-0dd215c", "0dd215c2"};
  private static final String[] TEKU = {"TK", "teku", "v26.8.0", "87fa8ca7"};

  @OnSharedNodes(ALL)
  void countCallsByConsensusClient(final Node node) {
    final MetricsScrape before = MetricsScrape.of(node);
    final long start = Instant.now().getEpochSecond();

    ClientVersionRequest.LIGHTHOUSE.sendTo(node);
    ClientVersionRequest.LIGHTHOUSE.sendTo(node);
    ClientVersionRequest.READINESS_PROBE.sendTo(node);

    final MetricsScrape after = MetricsScrape.of(node);
    assertThat(after.value(CALLS, LIGHTHOUSE)).isEqualTo(before.value(CALLS, LIGHTHOUSE) + 2);
    assertThat(after.value(CALLS, TEKU)).isEqualTo(before.value(CALLS, TEKU)).isPositive();
    assertThat(after.value(REFUSED)).isEqualTo(before.value(REFUSED));
    assertThat(after.value(LAST_CALL)).isBetween((double) start, start + 60.0);
  }

  /** Besu accepts any params where it answers. */
  @OnSharedNodes(ALL)
  void countRejectedCalls(final Node node) {
    final MetricsScrape before = MetricsScrape.of(node);

    node.getClientVersion("[7]");

    final MetricsScrape after = MetricsScrape.of(node);
    assertThat(after.value(REFUSED))
        .isEqualTo(before.value(REFUSED) + (node.configuration().isAnsweredByPlugin() ? 1 : 0));
    assertThat(after.sum(CALLS)).isEqualTo(before.sum(CALLS));
    assertThat(after.value(LAST_CALL)).isEqualTo(before.value(LAST_CALL));
  }

  @OnNewNodes(MERGE)
  void canBeSwitchedOffByCategory(final NodeConfiguration configuration) {
    try (Node node = configuration.with("--metrics-category=JVM").start()) {
      ClientVersionRequest.LIGHTHOUSE.sendTo(node);

      assertThat(MetricsScrape.of(node).series(CALLS)).isEmpty();
      assertThat(node.log().pluginMessages()).anyMatch(line -> line.contains("Lighthouse"));
      assertThat(node.log().warningsAndErrorsAboutPlugins()).isEmpty();
    }
  }
}
