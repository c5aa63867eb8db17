// SPDX-License-Identifier: Apache-2.0
package io.besuplugins.clientversion.operator;

import static io.besuplugins.clientversion.devnet.node.NodeSelection.ALL;
import static org.assertj.core.api.Assertions.assertThat;

import io.besuplugins.clientversion.devnet.OnNewNodes;
import io.besuplugins.clientversion.devnet.metrics.MetricsScrape;
import io.besuplugins.clientversion.devnet.node.Node;
import io.besuplugins.clientversion.devnet.node.NodeConfiguration;
import io.besuplugins.clientversion.devnet.node.NodeLog;

/** A node whose options do not mention the plugin, from its start to its stop. */
class DefaultConfigurationIT {

  @OnNewNodes(ALL)
  void offersNoRpcMethodsAndLogsOnlyStartLineWhenNobodyCalls(
      final NodeConfiguration configuration) {
    final NodeLog log;
    try (Node node = configuration.start()) {
      log = node.log();
      for (final String method : OperatorRpcIT.METHODS) {
        assertThat(node.http().call(method, "[]").errorCode()).isEqualTo(-32601);
        assertThat(node.engine().call(method, "[]").errorCode()).isEqualTo(-32601);
      }
      assertThat(MetricsScrape.of(node).series(MetricsScrape.CALLS)).isEmpty();
      assertThat(MetricsScrape.of(node).value(MetricsIT.SINCE)).isEqualTo(0);
      assertThat(MetricsScrape.of(node).value(MetricsIT.REFUSED)).isEqualTo(0);
      node.stop();
    }

    assertThat(log.pluginMessages()).containsExactly(OperatorLogIT.startLine(configuration));
    assertThat(log.warningsAndErrorsAboutPlugins()).isEmpty();
    if (configuration.distribution().isFake()) {
      assertThat(log.warningsAndErrors()).isEmpty();
    }
  }
}
