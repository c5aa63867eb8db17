// SPDX-License-Identifier: Apache-2.0
package io.besuplugins.clientversion.configuration;

import static io.besuplugins.clientversion.dsl.node.NodeSelection.ALL;
import static org.assertj.core.api.Assertions.assertThat;

import io.besuplugins.clientversion.dsl.OnNewNodes;
import io.besuplugins.clientversion.dsl.metrics.MetricsScrape;
import io.besuplugins.clientversion.dsl.node.Node;
import io.besuplugins.clientversion.dsl.node.NodeConfiguration;
import io.besuplugins.clientversion.dsl.node.NodeLog;
import java.util.List;

/** A node whose options do not mention the plugin, from its start to its stop. */
class DefaultConfigurationIT {

  private static final List<String> METHODS =
      List.of("clientversion_consensusClients", "clientversion_executionClient");

  @OnNewNodes(ALL)
  void offersNoRpcMethodsAndLogsOnlyStartLineWhenNobodyCalls(
      final NodeConfiguration configuration) {
    final NodeLog log;
    try (Node node = configuration.start()) {
      log = node.log();
      for (final String method : METHODS) {
        assertThat(node.http().call(method, "[]").errorCode()).isEqualTo(-32601);
        assertThat(node.engine().call(method, "[]").errorCode()).isEqualTo(-32601);
      }
      assertThat(MetricsScrape.of(node).series(MetricsScrape.CALLS)).isEmpty();
      assertThat(MetricsScrape.of(node).value(MetricsScrape.SINCE)).isEqualTo(0);
      assertThat(MetricsScrape.of(node).value(MetricsScrape.REJECTED)).isEqualTo(0);
      node.stop();
    }

    assertThat(log.pluginMessages()).containsExactly(configuration.startLine());
    assertThat(log.warningsAndErrorsAboutPlugins()).isEmpty();
    if (configuration.distribution().isFake()) {
      assertThat(log.warningsAndErrors()).isEmpty();
    }
  }
}
