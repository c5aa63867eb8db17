// SPDX-License-Identifier: Apache-2.0
package io.besuplugins.clientversion.monitoring;

import static io.besuplugins.clientversion.devnet.process.InstalledProgram.PROMETHEUS;
import static io.besuplugins.clientversion.devnet.process.InstalledProgram.PROMTOOL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.besuplugins.clientversion.devnet.OnSharedNodes;
import io.besuplugins.clientversion.devnet.client.ClientVersionRequest;
import io.besuplugins.clientversion.devnet.metrics.PrometheusServer;
import io.besuplugins.clientversion.devnet.node.Distribution;
import io.besuplugins.clientversion.devnet.node.Genesis;
import io.besuplugins.clientversion.devnet.node.Node;
import io.besuplugins.clientversion.devnet.node.NodeConfiguration;
import io.besuplugins.clientversion.devnet.process.EnabledIfInstalled;
import io.besuplugins.clientversion.documentation.CodeBlock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The rules and the dashboard in a Prometheus server that scrapes nodes with a current client. */
@EnabledIfInstalled({PROMETHEUS, PROMTOOL})
class MonitoringIT {

  private static final Path FILES =
      Path.of(System.getProperty("project.root"), "docs/monitoring").toAbsolutePath().normalize();
  private static final Path RULES = FILES.resolve("consensus-clients.rules.yml");
  private static final Path RULE_TESTS = FILES.resolve("consensus-clients.rules.test.yml");
  private static final String CURRENT = "besu_rpc_consensus_client_version == 1";

  @AutoClose private static PrometheusServer prometheus;

  @TempDir Path directory;

  @BeforeAll
  static void callNodesAndScrapeThem() throws IOException {
    final Node first = sharedNode(Distribution.FAKE_24_8_0);
    final Node second = sharedNode(Distribution.FAKE_26_8_0);
    ClientVersionRequest.LIGHTHOUSE.sendTo(first);
    ClientVersionRequest.TEKU.sendTo(second);
    prometheus =
        PrometheusServer.start(
            RULES, Stream.of(first, second).map(node -> node.metricsUrl().getAuthority()).toList());
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

  /** An alert that takes an hour is shown as the rules' tests expect it. */
  @Test
  void rulesPassTheirTestsAndReadmeShowsOutput() throws IOException {
    nodesHaveCurrentClient();
    final List<String> output = new ArrayList<>(promtool("check", "rules", RULES.toString()));
    output.addAll(promtool("test", "rules", RULE_TESTS.toString()));
    assertThat(output).filteredOn(line -> line.contains("SUCCESS")).hasSize(2);
    output.addAll(promtool("query", "instant", prometheus.url().toString(), CURRENT));
    output.addAll(Files.readAllLines(RULE_TESTS));

    assertThat(
            CodeBlock.of(FILES.resolve("README.md")).stream()
                .flatMap(block -> block.text().lines())
                .filter(line -> !line.startsWith("$ ") && !line.isBlank())
                .map(MonitoringIT::withoutVariables))
        .hasSizeGreaterThan(6)
        .allMatch(sample -> output.stream().anyMatch(line -> line.contains(sample)));
  }

  @Test
  void dashboardHasFieldsThatGrafanaRequires() throws IOException {
    final JsonNode dashboard = dashboard();

    assertThat(dashboard.path("schemaVersion").asInt()).isPositive();
    assertThat(dashboard.at("/templating/list").findValuesAsText("name"))
        .contains("datasource", "job");
    assertThat(dashboard.get("panels"))
        .allSatisfy(
            panel -> {
              assertThat(panel.at("/datasource/uid").asText()).isEqualTo("${datasource}");
              assertThat(panel.has("fieldConfig")).isTrue();
              assertThat(panel.get("targets")).isNotEmpty();
              assertThat(panel.findValuesAsText("refId")).doesNotHaveDuplicates();
            })
        .extracting(panel -> panel.path("id").asInt())
        .doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @MethodSource
  void panelQueryReturnsData(final String query) {
    eventually(() -> assertThat(prometheus.query(query)).isNotEmpty());
  }

  static Stream<String> panelQueryReturnsData() throws IOException {
    return StreamSupport.stream(dashboard().get("panels").spliterator(), false)
        .flatMap(panel -> panel.get("targets").findValuesAsText("expr").stream())
        .map(query -> query.replace("$job", ".+").replace("$__rate_interval", "1m"));
  }

  private static Node sharedNode(final Distribution besu) {
    return OnSharedNodes.Provider.node(NodeConfiguration.of(besu, Genesis.MERGE));
  }

  private static void eventually(final ThrowingRunnable assertion) {
    await().atMost(Duration.ofSeconds(20)).pollDelay(Duration.ZERO).untilAsserted(assertion);
  }

  private static JsonNode dashboard() throws IOException {
    return new ObjectMapper().readTree(FILES.resolve("grafana-dashboard.json").toFile());
  }

  private static List<String> promtool(final String... arguments) {
    return PROMTOOL.run(Path.of("."), arguments).stream()
        .map(MonitoringIT::withoutVariables)
        .toList();
  }

  private static String withoutVariables(final String line) {
    return line.replaceAll("/\\S*/", "")
        .replaceAll("127\\.0\\.0\\.1:\\d+", "PORT")
        .replaceAll("\\d{10}(\\.\\d+)?", "TIME");
  }
}
