package io.besuplugins.clientversion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.besuplugins.clientversion.devnet.Caller;
import io.besuplugins.clientversion.devnet.FakeBesu;
import io.besuplugins.clientversion.devnet.Network;
import io.besuplugins.clientversion.devnet.Node;
import io.besuplugins.clientversion.devnet.NodeSetup;
import io.besuplugins.clientversion.monitoring.Dashboard;
import io.besuplugins.clientversion.monitoring.MonitoringPack;
import io.besuplugins.clientversion.monitoring.PrometheusProgram;
import io.besuplugins.clientversion.monitoring.PrometheusServer;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The monitoring pack in a real Prometheus that scrapes nodes which consensus clients call. */
@EnabledIf(
    value = "io.besuplugins.clientversion.monitoring.PrometheusProgram#areInstalled",
    disabledReason = PrometheusProgram.INSTALLATION)
class MonitoringIT {

  private static final String CURRENT = "consensus_client:current_since_timestamp_seconds";
  private static final Duration LIMIT = Duration.ofSeconds(20);
  private static final Function<JsonNode, Tuple> LABELS =
      alert ->
          tuple(
              alert.at("/metric/instance").asText(),
              alert.at("/metric/former").asText(),
              alert.at("/metric/version").asText());
  private static final Dashboard DASHBOARD = Dashboard.read(MonitoringPack.DASHBOARD);
  private static final Deque<AutoCloseable> RUNNING = new ArrayDeque<>();

  private static PrometheusServer prometheus;
  private static Node upgraded;
  private static Node replaced;
  private static Node calledOnce;

  @BeforeAll
  static void clientsCallNodesThatAreScraped() {
    upgraded = running(NodeSetup.of(FakeBesu.BESU_24_8_0, Network.MERGE).start());
    replaced = running(NodeSetup.of(FakeBesu.BESU_26_8_0, Network.MERGE).start());
    calledOnce = running(NodeSetup.of(FakeBesu.BESU_24_9_0, Network.MERGE).start());
    prometheus =
        running(
            PrometheusServer.start(
                MonitoringPack.RULES,
                Stream.of(upgraded, replaced, calledOnce).map(MonitoringIT::instance).toList()));

    Caller.LIGHTHOUSE_WITHOUT_GIT.asks(upgraded);
    Caller.TEKU.asks(replaced);
    Caller.TEKU.asks(calledOnce);
    awaitClient(upgraded, "Lighthouse v5.3.0");
    awaitClient(replaced, "teku v26.8.0");
    awaitClient(calledOnce, "teku v26.8.0");

    Caller.LIGHTHOUSE.asks(upgraded);
    Caller.LIGHTHOUSE.asks(replaced);
    upgraded.asked("[7]");
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
  void rulesAreValid() throws Exception {
    assertThat(PrometheusProgram.PROMTOOL.run("check", "rules", MonitoringPack.RULES.toString()))
        .contains("SUCCESS");
  }

  @Test
  void rulesPassTheirUnitTests() throws Exception {
    assertThat(
            PrometheusProgram.PROMTOOL.run("test", "rules", MonitoringPack.RULE_TESTS.toString()))
        .contains("SUCCESS");
  }

  @Test
  void readmeShowsWhatTheProgramsPrint() throws Exception {
    final List<String> printed = new ArrayList<>();
    for (final String output :
        List.of(
            PrometheusProgram.PROMTOOL.run("check", "rules", MonitoringPack.RULES.toString()),
            PrometheusProgram.PROMTOOL.run("test", "rules", MonitoringPack.RULE_TESTS.toString()),
            PrometheusProgram.PROMTOOL.run(
                "query", "instant", prometheus.address().toString(), CURRENT))) {
      output.lines().map(MonitoringIT::general).forEach(printed::add);
    }
    firing("ConsensusClientUpgraded");
    prometheus.alerts().stream().map(MonitoringIT::general).forEach(printed::add);

    assertThat(samples()).hasSizeGreaterThan(6).allMatch(printed::contains);
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
  void tellsThatAClientWasUpgraded() {
    assertThat(firing("ConsensusClientUpgraded"))
        .extracting(LABELS)
        .containsExactly(tuple(instance(upgraded), "Lighthouse v5.3.0 00000000", "v5.3.0-0dd215c"));
  }

  @Test
  void tellsThatAnotherClientTookOver() {
    assertThat(firing("ConsensusClientReplaced"))
        .extracting(LABELS)
        .containsExactly(tuple(instance(replaced), "teku v26.8.0 87fa8ca7", "v5.3.0-0dd215c"));
  }

  @Test
  void tellsNothingOfANodeWhoseClientCalledOnce() {
    assertThat(prometheus.query("ALERTS" + of(calledOnce))).isEmpty();
  }

  @Test
  void dashboardHasWhatGrafanaAsksFor() {
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

  @Test
  void panelsFillTheirGridWithoutOverlap() {
    assertThat(DASHBOARD.panels().stream().flatMap(MonitoringIT::cells))
        .doesNotHaveDuplicates()
        .allSatisfy(cell -> assertThat(cell.column()).isBetween(0, 23));
  }

  @ParameterizedTest
  @MethodSource("queries")
  void panelHasData(final Dashboard.Query query) {
    await()
        .atMost(LIMIT)
        .untilAsserted(() -> assertThat(prometheus.query(query.expression())).isNotEmpty());
  }

  static List<Dashboard.Query> queries() {
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

  private static String general(final String line) {
    return line.replaceAll("/\\S*/", "")
        .replaceAll("127\\.0\\.0\\.1:\\d+", "PORT")
        .replaceAll("\\d{4}-\\d\\d-\\d\\d \\S+ \\S+ UTC|\\d{10}(\\.\\d+)?", "TIME");
  }

  /** The lines of the blocks that show output, without the commands. */
  private static List<String> samples() throws IOException {
    final List<String> lines = new ArrayList<>();
    boolean inSample = false;
    for (final String line : Files.readAllLines(MonitoringPack.README)) {
      if (line.startsWith("```")) {
        inSample = !inSample;
      } else if (inSample && !line.startsWith("$ ") && !line.isBlank()) {
        lines.add(general(line));
      }
    }
    return lines;
  }

  private static String of(final Node node) {
    return "{instance=\"" + instance(node) + "\"}";
  }

  /** How Prometheus names a node: by the address that it scrapes. */
  private static String instance(final Node node) {
    return node.metricsPort().getAuthority();
  }

  private static Stream<Cell> cells(final JsonNode panel) {
    final JsonNode position = panel.get("gridPos");
    final int left = position.get("x").asInt();
    final int top = position.get("y").asInt();
    return IntStream.range(left, left + position.get("w").asInt())
        .boxed()
        .flatMap(
            column ->
                IntStream.range(top, top + position.get("h").asInt())
                    .mapToObj(row -> new Cell(column, row)));
  }

  private static <T extends AutoCloseable> T running(final T started) {
    RUNNING.push(started);
    return started;
  }

  private record Cell(int column, int row) {}
}
