// SPDX-License-Identifier: Apache-2.0
package io.besuplugins.clientversion.output;

import static io.besuplugins.clientversion.dsl.metrics.MetricsScrape.CALLS;
import static io.besuplugins.clientversion.dsl.metrics.MetricsScrape.LAST_CALL;
import static io.besuplugins.clientversion.dsl.metrics.MetricsScrape.PLUGIN;
import static io.besuplugins.clientversion.dsl.metrics.MetricsScrape.REJECTED;
import static io.besuplugins.clientversion.dsl.metrics.MetricsScrape.SINCE;
import static io.besuplugins.clientversion.dsl.metrics.MetricsScrape.VERSION;
import static io.besuplugins.clientversion.dsl.node.NodeSelection.ALL;
import static io.besuplugins.clientversion.dsl.node.NodeSelection.ONE_PER_MODE;
import static org.assertj.core.api.Assertions.assertThat;

import io.besuplugins.clientversion.dsl.OnNewNodes;
import io.besuplugins.clientversion.dsl.OnSharedNodes;
import io.besuplugins.clientversion.dsl.client.ClientVersionRequest;
import io.besuplugins.clientversion.dsl.metrics.MetricsScrape;
import io.besuplugins.clientversion.dsl.node.Node;
import io.besuplugins.clientversion.dsl.node.NodeConfiguration;
import io.besuplugins.clientversion.dsl.node.Reason;

/** The plugin's metrics as Prometheus scrapes them. */
class MetricsIT {

  private static final String[] LIGHTHOUSE = {"LH", "Lighthouse", "v5.3.0-0dd215c", "0dd215c2"};
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
  void showModeReasonAndVersionOfPlugin(final Node node) {
    final Reason reason = node.configuration().reason();

    assertThat(MetricsScrape.of(node).series(PLUGIN))
        .singleElement()
        .asString()
        .contains("mode=\"%s\",reason=\"%s\"".formatted(reason.mode(), reason.label()))
        .contains("version=\"%s\"".formatted(System.getProperty("plugin.version")))
        .endsWith(" 1.0");
  }

  /** Besu accepts any params where it answers. */
  @OnSharedNodes(ALL)
  void countRejectedCalls(final Node node) {
    final MetricsScrape before = MetricsScrape.of(node);

    node.getClientVersion("[7]");

    final MetricsScrape after = MetricsScrape.of(node);
    assertThat(after.value(REJECTED))
        .isEqualTo(before.value(REJECTED) + (node.configuration().isAnsweredByPlugin() ? 1 : 0));
    assertThat(after.sum(CALLS)).isEqualTo(before.sum(CALLS));
    assertThat(after.value(SINCE)).isEqualTo(before.value(SINCE));
  }

  @OnNewNodes(ONE_PER_MODE)
  void followCurrentClientUntilNodeRestarts(final NodeConfiguration configuration) {
    try (Node node = configuration.start()) {
      assertNoCallYet(node);

      ClientVersionRequest.LIGHTHOUSE_WITHOUT_GIT.sendTo(node);
      final double firstSeen = assertCurrent(node, 1, LIGHTHOUSE_WITHOUT_GIT);
      ClientVersionRequest.LIGHTHOUSE.sendTo(node);
      final double changed = assertCurrent(node, 2, LIGHTHOUSE);
      assertThat(changed).isGreaterThanOrEqualTo(firstSeen);
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
    assertThat(scrape.value(REJECTED)).isZero();
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

  @OnNewNodes(ONE_PER_MODE)
  void canBeSwitchedOffByCategory(final NodeConfiguration configuration) {
    try (Node node = configuration.with("--metrics-category=JVM").start()) {
      ClientVersionRequest.LIGHTHOUSE.sendTo(node);

      assertThat(MetricsScrape.of(node).series(CALLS)).isEmpty();
      assertThat(node.log().pluginMessages()).anyMatch(line -> line.contains("Lighthouse"));
      assertThat(node.log().warningsAndErrorsAboutPlugins()).isEmpty();
    }
  }
}
