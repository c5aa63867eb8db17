// SPDX-License-Identifier: Apache-2.0
package io.besuplugins.clientversion.clients;

import static io.besuplugins.clientversion.dsl.node.NodeSelection.ONE_PER_MODE;
import static io.besuplugins.clientversion.dsl.node.NodeSelection.PROOF_OF_STAKE;
import static io.besuplugins.clientversion.dsl.process.InstalledProgram.NODE;
import static io.besuplugins.clientversion.dsl.process.InstalledProgram.NPM;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.besuplugins.clientversion.dsl.OnNewNodes;
import io.besuplugins.clientversion.dsl.client.lodestar.LodestarEngineClient;
import io.besuplugins.clientversion.dsl.client.lodestar.LodestarProcess;
import io.besuplugins.clientversion.dsl.metrics.MetricsScrape;
import io.besuplugins.clientversion.dsl.node.Node;
import io.besuplugins.clientversion.dsl.node.NodeConfiguration;
import io.besuplugins.clientversion.dsl.process.EnabledIfInstalled;
import java.time.Duration;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;

/**
 * The engine client of Lodestar 1.44.0 is connected to nodes. It decides itself when it calls
 * {@code engine_getClientVersionV1}.
 */
@EnabledIfInstalled({NODE, NPM})
class LodestarIT {

  private static final Duration LIMIT = Duration.ofMinutes(1);
  private static final String FIRST_CALL =
      "INFO Consensus client: Lodestar v1.44.0/e3d733b (LS, commit e3d733b7)";
  private static final String PARSED = "debug | Execution client version updated";
  private static final String NOT_PARSED =
      "debug | Unable to get execution client version | response.map is not a function";

  @AutoClose private static LodestarProcess lodestar;

  @BeforeAll
  static void start() throws Exception {
    lodestar = LodestarProcess.start();
  }

  /** First with its version, then with {@code --private}. */
  @OnNewNodes(PROOF_OF_STAKE)
  void isRecordedInLogMetricsAndRpcAndWritesNodeIntoGraffiti(
      final NodeConfiguration configuration) {
    try (Node node = configuration.with("--rpc-http-api=CLIENTVERSION").start()) {
      try (LodestarEngineClient client = lodestar.connect(node, false)) {
        eventually(
            () -> assertThat(client.describe().log()).contains(logLineAfterCall(configuration)));
        assertThat(client.describe().graffiti()).isEqualTo(graffiti(configuration));
        assertThat(client.describe().executionClient())
            .hasToString(
                configuration.isAnsweredWithBareObject() ? "null" : configuration.clientVersion());
        assertThat(client.describe().state())
            .isEqualTo(configuration.distribution().isFake() ? "SYNCING" : "SYNCED");
        assertThat(node.log().pluginMessages()).hasSize(2).last().isEqualTo(FIRST_CALL);
        assertRecorded(node, 1, "Lodestar", "v1.44.0/e3d733b", "e3d733b7");
      }
      try (LodestarEngineClient client = lodestar.connect(node, true)) {
        eventually(
            () -> assertThat(client.describe().log()).contains(logLineAfterCall(configuration)));
        assertThat(client.describe().graffiti()).isEmpty();
        assertThat(node.log().pluginMessages())
            .last()
            .asString()
            .endsWith(" to Lodestar without version (LS, no commit)");
        assertRecorded(node, 2, "Lodestar", "", "");
      }
    }
  }

  @OnNewNodes(ONE_PER_MODE)
  void callsWhenNodeComesUpAndAgainAfterRestart(final NodeConfiguration configuration) {
    try (Node node = configuration.start();
        LodestarEngineClient client = stopAndConnect(node)) {
      eventually(() -> assertThat(client.describe().state()).isEqualTo("OFFLINE"));
      assertThat(client.describe().graffiti()).isEqualTo("LSe3d7");
      node.start();
      eventually(() -> assertThat(node.log().pluginMessages()).contains(FIRST_CALL));
      eventually(() -> assertThat(client.describe().graffiti()).isEqualTo(graffiti(configuration)));
      node.stop();
      eventually(() -> assertThat(client.describe().state()).isEqualTo("OFFLINE"));
      final long calls = calls(client);
      node.start();
      eventually(
          () -> assertThat(node.log().pluginMessages()).filteredOn(FIRST_CALL::equals).hasSize(2));
      eventually(() -> assertThat(calls(client)).isGreaterThan(calls));
      assertThat(client.describe().graffiti()).isEqualTo(graffiti(configuration));
    }
  }

  private static LodestarEngineClient stopAndConnect(final Node node) {
    node.stop();
    return lodestar.connect(node, false);
  }

  private static void eventually(final ThrowingRunnable assertion) {
    await().atMost(LIMIT).pollInterval(Duration.ofMillis(50)).untilAsserted(assertion);
  }

  private static void assertRecorded(
      final Node node,
      final int clients,
      final String name,
      final String version,
      final String commit) {
    final MetricsScrape metrics = MetricsScrape.of(node);
    assertThat(metrics.series(MetricsScrape.CALLS)).hasSize(clients);
    assertThat(metrics.value(MetricsScrape.CALLS, "LS", name, version, commit)).isEqualTo(1);
    assertThat(node.http().call("clientversion_consensusClients", "[]").result().get(0).toString())
        .startsWith(
            "{\"code\":\"LS\",\"name\":\"%s\",\"version\":\"%s\",\"commit\":\"%s\","
                .formatted(name, version, commit))
        .endsWith(",\"calls\":1,\"current\":true}");
  }

  private static String logLineAfterCall(final NodeConfiguration configuration) {
    return configuration.isAnsweredWithBareObject() ? NOT_PARSED : PARSED;
  }

  private static String graffiti(final NodeConfiguration configuration) {
    return configuration.isAnsweredWithBareObject()
        ? "LSe3d7"
        : "BU" + configuration.distribution().commit().substring(0, 4) + "LSe3d7";
  }

  private static long calls(final LodestarEngineClient client) {
    return client.describe().log().stream()
        .filter(line -> line.equals(PARSED) || line.equals(NOT_PARSED))
        .count();
  }
}
