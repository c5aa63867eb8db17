// SPDX-License-Identifier: Apache-2.0
package io.besuplugins.clientversion.monitoring;

import static io.besuplugins.clientversion.dsl.process.InstalledProgram.PROMETHEUS;
import static io.besuplugins.clientversion.dsl.process.InstalledProgram.PROMTOOL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.besuplugins.clientversion.dsl.OnSharedNodes;
import io.besuplugins.clientversion.dsl.client.ClientVersionRequest;
import io.besuplugins.clientversion.dsl.metrics.PrometheusServer;
import io.besuplugins.clientversion.dsl.node.Distribution;
import io.besuplugins.clientversion.dsl.node.Genesis;
import io.besuplugins.clientversion.dsl.node.Node;
import io.besuplugins.clientversion.dsl.node.NodeConfiguration;
import io.besuplugins.clientversion.dsl.process.EnabledIfInstalled;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The rules and the dashboard in a Prometheus server that scrapes nodes with a current client. */
@EnabledIfInstalled({PROMETHEUS, PROMTOOL})
class MonitoringIT {

  private static final Path FILES =
      Path.of(System.getProperty("project.root"), "docs/monitoring").toAbsolutePath().normalize();
  private static final String RULES = "consensus-clients.rules.yml";
  private static final String CURRENT = "besu_rpc_consensus_client_version == 1";

  @AutoClose private static PrometheusServer prometheus;

  @BeforeAll
  static void callNodesAndScrapeThem() throws IOException {
    final Node first = sharedNode(Distribution.FAKE_24_8_0);
    final Node second = sharedNode(Distribution.FAKE_26_8_0);
    ClientVersionRequest.LIGHTHOUSE.sendTo(first);
    ClientVersionRequest.TEKU.sendTo(second);
    prometheus =
        PrometheusServer.start(
            FILES.resolve(RULES),
            Stream.of(first, second).map(node -> node.metricsUrl().getAuthority()).toList());
  }

  @Test
  void nodesHaveCurrentClient() {
    eventually(
        () ->
            assertThat(prometheus.query(CURRENT))
                .extracting(series -> series.at("/metric/name").asText())
                .containsExactlyInAnyOrder("Lighthouse", "teku"));
  }

  @Test
  void rulesAreEvaluatedWithoutError() {
    eventually(
        () ->
            assertThat(prometheus.rules())
                .isNotEmpty()
                .extracting(rule -> rule.path("health").asText())
                .containsOnly("ok"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"consensus-clients.rules.test.yml", "recipes.rules.test.yml"})
  void rulesPassTheirTests(final String tests) {
    assertThat(PROMTOOL.run(FILES, "test", "rules", tests))
        .anyMatch(line -> line.contains("SUCCESS"));
  }

  @Test
  void fleetTableHasARowForEachNodeWithTheStateOfItsClient() throws IOException {
    final String state = expressionsOf("Nodes").get(3);

    eventually(
        () ->
            assertThat(prometheus.query(state))
                .extracting(series -> series.at("/value/1").asText())
                .containsExactly("5", "5"));
  }

  @ParameterizedTest
  @MethodSource("expressions")
  void prometheusAcceptsExpressionOfDashboard(final String expression) {
    assertThatNoException().isThrownBy(() -> prometheus.query(expression));
  }

  static List<String> expressions() throws IOException {
    return withoutVariables(dashboard().findValuesAsText("expr"));
  }

  private static List<String> expressionsOf(final String title) throws IOException {
    return StreamSupport.stream(dashboard().get("panels").spliterator(), false)
        .filter(panel -> panel.get("title").asText().equals(title))
        .map(panel -> withoutVariables(panel.get("targets").findValuesAsText("expr")))
        .findFirst()
        .orElseThrow();
  }

  private static List<String> withoutVariables(final List<String> expressions) {
    return expressions.stream()
        .map(expression -> expression.replace("$job", ".+").replace("$node", ".+"))
        .toList();
  }

  private static Node sharedNode(final Distribution besu) {
    return OnSharedNodes.Provider.node(NodeConfiguration.of(besu, Genesis.PROOF_OF_STAKE));
  }

  private static void eventually(final ThrowingRunnable assertion) {
    await().atMost(Duration.ofSeconds(20)).pollDelay(Duration.ZERO).untilAsserted(assertion);
  }

  private static JsonNode dashboard() throws IOException {
    return new ObjectMapper().readTree(FILES.resolve("grafana-dashboard.json").toFile());
  }
}
