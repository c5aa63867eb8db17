// SPDX-License-Identifier: Apache-2.0
package io.besuplugins.clientversion.monitoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.besuplugins.clientversion.devnet.client.ClientVersionRequest;
import io.besuplugins.clientversion.devnet.metrics.PrometheusServer;
import io.besuplugins.clientversion.devnet.node.Distribution;
import io.besuplugins.clientversion.devnet.node.Genesis;
import io.besuplugins.clientversion.devnet.node.Node;
import io.besuplugins.clientversion.devnet.node.NodeConfiguration;
import io.besuplugins.clientversion.devnet.process.InstalledProgram;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The rules and the dashboard in a Prometheus server that scrapes nodes which are called. */
@EnabledIf(
    value =
        "io.besuplugins.clientversion.devnet.process.InstalledProgram#arePrometheusProgramsInstalled",
    disabledReason = InstalledProgram.PROMETHEUS_MISSING)
class MonitoringIT {

  private static final Path FILES =
      Path.of(System.getProperty("project.root"), "docs/monitoring").toAbsolutePath().normalize();
  private static final Path RULES = FILES.resolve("consensus-clients.rules.yml");
  private static final String CURRENT = "consensus_client:current_since_timestamp_seconds";
  private static final Duration LIMIT = Duration.ofSeconds(20);
  private static final Function<JsonNode, Tuple> LABELS =
      alert ->
          tuple(
              alert.at("/metric/instance").asText(),
              alert.at("/metric/former").asText(),
              alert.at("/metric/version").asText());
  private static final GrafanaDashboard DASHBOARD =
      GrafanaDashboard.read(FILES.resolve("grafana-dashboard.json"));
  private static final Deque<AutoCloseable> RUNNING = new ArrayDeque<>();

  private static PrometheusServer prometheus;
  private static Node upgraded;
  private static Node replaced;
  private static Node calledOnce;

  @BeforeAll
  static void callScrapedNodes() throws IOException {
    upgraded = start(Distribution.FAKE_24_8_0);
    replaced = start(Distribution.FAKE_26_8_0);
    calledOnce = start(Distribution.FAKE_24_9_0);
    prometheus =
        running(
            PrometheusServer.start(
                RULES,
                Stream.of(upgraded, replaced, calledOnce).map(MonitoringIT::instance).toList()));

    ClientVersionRequest.LIGHTHOUSE_WITHOUT_GIT.sendTo(upgraded);
    ClientVersionRequest.TEKU.sendTo(replaced);
    ClientVersionRequest.TEKU.sendTo(calledOnce);
    awaitClient(upgraded, "Lighthouse v5.3.0");
    awaitClient(replaced, "teku v26.8.0");
    awaitClient(calledOnce, "teku v26.8.0");

    ClientVersionRequest.LIGHTHOUSE.sendTo(upgraded);
    ClientVersionRequest.LIGHTHOUSE.sendTo(replaced);
    upgraded.getClientVersion("[7]");
    awaitClient(upgraded, "Lighthouse v5.3.0-0dd215c");
    awaitClient(replaced, "Lighthouse v5.3.0-0dd215c");
  }

  @AfterAll
  static void end() throws Exception {
    while (!RUNNING.isEmpty()) {
      RUNNING.pop().close();
    }
  }

  @Test
  void rulesPassTheirTestsAndReadmeShowsTheOutput() throws IOException {
    final List<String> output = new ArrayList<>();
    output.addAll(promtool("check", "rules", RULES.toString()));
    output.addAll(
        promtool("test", "rules", FILES.resolve("consensus-clients.rules.test.yml").toString()));
    assertThat(output).filteredOn(line -> line.contains("SUCCESS")).hasSize(2);
    output.addAll(promtool("query", "instant", prometheus.url().toString(), CURRENT));
    firing("ConsensusClientUpgraded");
    prometheus.alerts().stream().map(MonitoringIT::withoutVariables).forEach(output::add);

    assertThat(samples()).hasSizeGreaterThan(6).allMatch(output::contains);
  }

  @Test
  void rulesAreEvaluatedWithoutError() {
    await()
        .atMost(LIMIT)
        .untilAsserted(
            () ->
                assertThat(prometheus.rules())
                    .isNotEmpty()
                    .extracting(rule -> rule.path("health").asText())
                    .containsOnly("ok"));
  }

  @Test
  void alertsOnUpgrade() {
    assertThat(firing("ConsensusClientUpgraded"))
        .extracting(LABELS)
        .containsExactly(tuple(instance(upgraded), "Lighthouse v5.3.0 00000000", "v5.3.0-0dd215c"));
  }

  @Test
  void alertsOnReplacement() {
    assertThat(firing("ConsensusClientReplaced"))
        .extracting(LABELS)
        .containsExactly(tuple(instance(replaced), "teku v26.8.0 87fa8ca7", "v5.3.0-0dd215c"));
  }

  @Test
  void doesNotAlertOnSingleCall() {
    assertThat(prometheus.query("ALERTS" + of(calledOnce))).isEmpty();
  }

  @Test
  void dashboardHasFieldsThatGrafanaRequires() {
    assertThat(DASHBOARD.json().path("schemaVersion").asInt()).isPositive();
    assertThat(DASHBOARD.variables())
        .extracting(variable -> variable.path("name").asText())
        .contains("datasource", "instance");
    assertThat(DASHBOARD.panels())
        .allSatisfy(
            panel -> {
              assertThat(panel.at("/datasource/uid").asText()).isEqualTo("${datasource}");
              assertThat(panel.has("fieldConfig")).isTrue();
              assertThat(panel.get("targets")).isNotEmpty();
              assertThat(panel.findValuesAsText("refId")).doesNotHaveDuplicates();
            });
    assertThat(DASHBOARD.panels())
        .extracting(panel -> panel.path("id").asInt())
        .doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @MethodSource("queries")
  void panelQueryReturnsData(final GrafanaDashboard.Query query) {
    await()
        .atMost(LIMIT)
        .untilAsserted(() -> assertThat(prometheus.query(query.expression())).isNotEmpty());
  }

  static List<GrafanaDashboard.Query> queries() {
    return DASHBOARD.queries();
  }

  private static void awaitClient(final Node node, final String client) {
    await("current client of " + node)
        .atMost(LIMIT)
        .untilAsserted(
            () ->
                assertThat(prometheus.query(CURRENT + of(node)))
                    .extracting(
                        current ->
                            current.at("/metric/name").asText()
                                + " "
                                + current.at("/metric/version").asText())
                    .containsExactly(client));
  }

  private static List<JsonNode> firing(final String alert) {
    final String query = "ALERTS{alertstate=\"firing\",alertname=\"%s\"}".formatted(alert);
    await(alert).atMost(LIMIT).until(() -> !prometheus.query(query).isEmpty());
    return prometheus.query(query);
  }

  private static String withoutVariables(final String line) {
    return line.replaceAll("/\\S*/", "")
        .replaceAll("127\\.0\\.0\\.1:\\d+", "PORT")
        .replaceAll("\\d{4}-\\d\\d-\\d\\d \\S+ \\S+ UTC|\\d{10}(\\.\\d+)?", "TIME");
  }

  /** The lines of the code blocks, without the commands. */
  private static List<String> samples() throws IOException {
    final List<String> lines = new ArrayList<>();
    boolean inSample = false;
    for (final String line : Files.readAllLines(FILES.resolve("README.md"))) {
      if (line.startsWith("```")) {
        inSample = !inSample;
      } else if (inSample && !line.startsWith("$ ") && !line.isBlank()) {
        lines.add(withoutVariables(line));
      }
    }
    return lines;
  }

  private static String of(final Node node) {
    return "{instance=\"" + instance(node) + "\"}";
  }

  /** The label with which Prometheus identifies a node. */
  private static String instance(final Node node) {
    return node.metricsUrl().getAuthority();
  }

  private static List<String> promtool(final String... arguments) {
    return InstalledProgram.PROMTOOL.run(Path.of("."), arguments).stream()
        .map(MonitoringIT::withoutVariables)
        .toList();
  }

  private static Node start(final Distribution besu) {
    return running(NodeConfiguration.of(besu, Genesis.MERGE).start());
  }

  private static <T extends AutoCloseable> T running(final T started) {
    RUNNING.push(started);
    return started;
  }
}
