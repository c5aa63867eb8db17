// SPDX-License-Identifier: Apache-2.0
package io.besuplugins.clientversion.operator;

import static io.besuplugins.clientversion.devnet.metrics.MetricsScrape.CALLS;
import static io.besuplugins.clientversion.devnet.node.NodeSelection.ALL;
import static io.besuplugins.clientversion.devnet.node.NodeSelection.EACH_MODE_ON_MERGE;
import static io.besuplugins.clientversion.devnet.node.NodeSelection.MERGE;
import static org.assertj.core.api.Assertions.assertThat;

import io.besuplugins.clientversion.devnet.OnNewNodes;
import io.besuplugins.clientversion.devnet.OnSharedNodes;
import io.besuplugins.clientversion.devnet.client.ClientVersionRequest;
import io.besuplugins.clientversion.devnet.metrics.MetricsScrape;
import io.besuplugins.clientversion.devnet.node.Node;
import io.besuplugins.clientversion.devnet.node.NodeConfiguration;

/** The plugin's metrics in the text format that each release's Prometheus client prints. */
class MetricsIT {

  static final String VERSION = "besu_rpc_consensus_client_version";
  static final String SINCE = "besu_rpc_consensus_client_since_timestamp_seconds";
  static final String REFUSED = "besu_rpc_consensus_client_refused_calls_total";
  private static final String LAST_CALL = "besu_rpc_consensus_client_last_call_timestamp_seconds";
  private static final String[] LIGHTHOUSE = {"LH", "Lighthouse", "v5.3.0-0dd215c", "0dd215c2"};
  private static final String PLUGIN = "besu_rpc_client_version_plugin";
  private static final String[] LIGHTHOUSE_WITHOUT_GIT = {"LH", "Lighthouse", "v5.3.0", "00000000"};
  private static final String[] TEKU = {"TK", "teku", "v26.8.0", "87fa8ca7"};

  @OnSharedNodes(ALL)
  void showCallsAndCurrentClient(final Node node) {
    final MetricsScrape before = MetricsScrape.of(node);

    ClientVersionRequest.TEKU.sendTo(node);
    ClientVersionRequest.LIGHTHOUSE.sendTo(node);
    ClientVersionRequest.READINESS_PROBE.sendTo(node);

    final MetricsScrape after = MetricsScrape.of(node);
    assertThat(after.sum(CALLS)).isEqualTo(before.sum(CALLS) + 2);
    assertThat(after.value(CALLS, LIGHTHOUSE)).isEqualTo(before.value(CALLS, LIGHTHOUSE) + 1);
    assertThat(after.value(VERSION, LIGHTHOUSE)).isEqualTo(1);
    assertThat(after.sum(VERSION)).isEqualTo(1);
  }

  @OnSharedNodes(ALL)
  void showModeAndVersionOfPlugin(final Node node) {
    final String mode = node.configuration().isAnsweredByPlugin() ? "ANSWER" : "OBSERVE";

    assertThat(MetricsScrape.of(node).value(PLUGIN, mode, System.getProperty("plugin.version")))
        .isEqualTo(1);
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
    assertThat(after.value(SINCE)).isEqualTo(before.value(SINCE));
  }

  @OnNewNodes(MERGE)
  void followCurrentClientUntilNodeRestarts(final NodeConfiguration configuration) {
    try (Node node = configuration.start()) {
      assertNoCallYet(node);

      ClientVersionRequest.LIGHTHOUSE_WITHOUT_GIT.sendTo(node);
      final double firstSeen = assertCurrent(node, 1, LIGHTHOUSE_WITHOUT_GIT);
      ClientVersionRequest.LIGHTHOUSE.sendTo(node);
      final double upgraded = assertCurrent(node, 2, LIGHTHOUSE);
      assertThat(upgraded).isGreaterThanOrEqualTo(firstSeen);
      ClientVersionRequest.TEKU.sendTo(node);
      assertCurrent(node, 3, TEKU);
      for (int i = 0; i < 3; i++) {
        ClientVersionRequest.LIGHTHOUSE.sendTo(node);
        assertCurrent(node, 3, LIGHTHOUSE);
        ClientVersionRequest.TEKU.sendTo(node);
        assertCurrent(node, 3, TEKU);
      }
      assertThat(MetricsScrape.of(node).value(CALLS, TEKU)).isEqualTo(4);

      for (int i = 0; i < 40; i++) {
        node.getClientVersion("[{\"code\":\"XX\",\"version\":\"v%d\"}]".formatted(i));
      }
      assertCurrent(node, 17, "other", "other", "other", "other");
      assertThat(MetricsScrape.of(node).value(CALLS, "other")).isEqualTo(40 - 13);
      ClientVersionRequest.TEKU.sendTo(node);
      assertCurrent(node, 17, TEKU);
      assertThat(MetricsScrape.of(node).sum(CALLS)).isEqualTo(3 + 6 + 40 + 1);

      node.stop();
      node.start();
      assertNoCallYet(node);
    }
  }

  private static void assertNoCallYet(final Node node) {
    final MetricsScrape scrape = MetricsScrape.of(node);
    assertThat(scrape.series(VERSION)).isEmpty();
    assertThat(scrape.series(CALLS)).isEmpty();
    assertThat(scrape.series(LAST_CALL)).isEmpty();
    assertThat(scrape.value(SINCE)).isZero();
    assertThat(scrape.value(REFUSED)).isZero();
    assertThat(scrape.series(PLUGIN)).hasSize(1);
  }

  /** Returns since when the client is the current one. */
  private static double assertCurrent(final Node node, final int clients, final String... labels) {
    final MetricsScrape scrape = MetricsScrape.of(node);
    assertThat(scrape.series(VERSION)).hasSize(clients);
    assertThat(scrape.value(VERSION, labels)).isEqualTo(1);
    assertThat(scrape.sum(VERSION)).isEqualTo(1);
    assertThat(scrape.value(LAST_CALL, labels)).isGreaterThanOrEqualTo(scrape.value(SINCE));
    return scrape.value(SINCE);
  }

  @OnNewNodes(EACH_MODE_ON_MERGE)
  void canBeSwitchedOffByCategory(final NodeConfiguration configuration) {
    try (Node node = configuration.with("--metrics-category=JVM").start()) {
      ClientVersionRequest.LIGHTHOUSE.sendTo(node);

      assertThat(MetricsScrape.of(node).series(CALLS)).isEmpty();
      assertThat(node.log().pluginMessages()).anyMatch(line -> line.contains("Lighthouse"));
      assertThat(node.log().warningsAndErrorsAboutPlugins()).isEmpty();
    }
  }
}
