// SPDX-License-Identifier: Apache-2.0
package io.besuplugins.clientversion.monitoring;

import static io.besuplugins.clientversion.dsl.process.InstalledProgram.PROMETHEUS;
import static io.besuplugins.clientversion.dsl.process.InstalledProgram.PROMTOOL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.besuplugins.clientversion.documentation.CodeBlock;
import io.besuplugins.clientversion.dsl.OnSharedNodes;
import io.besuplugins.clientversion.dsl.client.ClientVersionRequest;
import io.besuplugins.clientversion.dsl.metrics.PrometheusServer;
import io.besuplugins.clientversion.dsl.node.Distribution;
import io.besuplugins.clientversion.dsl.node.Genesis;
import io.besuplugins.clientversion.dsl.node.Node;
import io.besuplugins.clientversion.dsl.node.NodeConfiguration;
import io.besuplugins.clientversion.dsl.process.EnabledIfInstalled;
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

  /** Each run of the tests takes seconds, so independent rules are broken together. */
  @Test
  void ruleTestsFailForBrokenExpressions() throws IOException {
    assertThatRuleTestsFail(Map.of(") > 2", ") > 3"), "FAILED");
    assertThatRuleTestsFail(
        Map.of("and ignoring (name, version, commit)", "and ignoring (name, version)"), "FAILED");
    assertThatRuleTestsFail(
        Map.of(
            "offset 1h)", "offset 2h)",
            "offset 20m", "offset 40m",
            "[1h]) == 1", "[1h]) >= 0",
            "mode=\"OFF\"", "mode=\"OBSERVE\"",
            "max_over_time(up[5m]) == 1", "max_over_time(up[5m]) == 0"),
        "alertname: ConsensusClientUpgraded,",
        "alertname: ConsensusClientsAlternate,",
        "alertname: ConsensusClientVersionsDiffer,",
        "alertname: ClientVersionPluginOff,",
        "alertname: ClientVersionPluginGone,");
  }

  private void assertThatRuleTestsFail(
      final Map<String, String> replacements, final String... output) throws IOException {
    String rules = Files.readString(RULES);
    for (final Map.Entry<String, String> replacement : replacements.entrySet()) {
      assertThat(rules).containsOnlyOnce(replacement.getKey());
      rules = rules.replace(replacement.getKey(), replacement.getValue());
    }
    Files.writeString(directory.resolve(RULES.getFileName()), rules);
    final Path tests = directory.resolve(RULE_TESTS.getFileName());
    Files.copy(RULE_TESTS, tests, StandardCopyOption.REPLACE_EXISTING);

    assertThatThrownBy(() -> promtool("test", "rules", tests.toString()))
        .message()
        .contains(output);
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
    return OnSharedNodes.Provider.node(NodeConfiguration.of(besu, Genesis.PROOF_OF_STAKE));
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
