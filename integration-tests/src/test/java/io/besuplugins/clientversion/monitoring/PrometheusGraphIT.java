// SPDX-License-Identifier: Apache-2.0
package io.besuplugins.clientversion.monitoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.besuplugins.clientversion.dsl.client.ClientVersionRequest;
import io.besuplugins.clientversion.dsl.metrics.PrometheusServer;
import io.besuplugins.clientversion.dsl.node.Distribution;
import io.besuplugins.clientversion.dsl.node.Genesis;
import io.besuplugins.clientversion.dsl.node.Node;
import io.besuplugins.clientversion.dsl.node.NodeConfiguration;
import io.besuplugins.clientversion.dsl.process.InstalledProgram;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * Takes the picture in {@code docs/monitoring}: Prometheus' graph page after an upgrade and a
 * replacement of the consensus client. Runs only with {@code -Dmonitoring.picture=FILE}.
 */
@EnabledIfSystemProperty(named = "monitoring.picture", matches = ".+")
class PrometheusGraphIT {

  private static final Path MONITORING =
      Path.of(System.getProperty("project.root"), "docs/monitoring").toAbsolutePath().normalize();
  private static final String CURRENT =
      "sum by (instance, name, version) (besu_rpc_consensus_client_version)";
  private static final String CHROMIUM_OPTIONS =
      "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-sync"
          + " --disable-background-networking --disable-component-update --hide-scrollbars"
          + " --force-device-scale-factor=1 --window-size=1100,860 --virtual-time-budget=10000";
  private static final int SCRAPES_PER_CLIENT = 10;

  @TempDir Path profile;

  @Test
  void showsUpgradeAndReplacement() throws IOException {
    final Path picture =
        Path.of(System.getProperty("project.root"), System.getProperty("monitoring.picture"))
            .toAbsolutePath()
            .normalize();
    Files.deleteIfExists(picture);
    try (Node node =
            NodeConfiguration.of(Distribution.FAKE_26_8_0, Genesis.PROOF_OF_STAKE).start();
        PrometheusServer prometheus =
            PrometheusServer.start(
                MONITORING.resolve("consensus-clients.rules.yml"),
                List.of(node.metricsUrl().getAuthority()))) {
      callAndAwaitScrapes(ClientVersionRequest.LIGHTHOUSE_WITHOUT_GIT, "v5.3.0", node, prometheus);
      callAndAwaitScrapes(ClientVersionRequest.LIGHTHOUSE, "v5.3.0-0dd215c", node, prometheus);
      callAndAwaitScrapes(ClientVersionRequest.TEKU, "v26.8.0", node, prometheus);

      final String page =
          prometheus.url()
              + "/classic/graph?g0.tab=0&g0.stacked=1&g0.range_input=40s&g0.expr="
              + URLEncoder.encode(CURRENT, StandardCharsets.UTF_8);
      InstalledProgram.CHROMIUM.run(
          Path.of("."),
          Stream.concat(
                  Stream.of(CHROMIUM_OPTIONS.split(" ")),
                  Stream.of("--user-data-dir=" + profile, "--screenshot=" + picture, page))
              .toArray(String[]::new));
    }
    assertThat(picture).isNotEmptyFile();
  }

  private static void callAndAwaitScrapes(
      final ClientVersionRequest client,
      final String version,
      final Node node,
      final PrometheusServer prometheus) {
    client.sendTo(node);
    final String scrapesWhileCurrent =
        "sum_over_time(besu_rpc_consensus_client_version{version=\"%s\"}[1m]) >= %d"
            .formatted(version, SCRAPES_PER_CLIENT);
    await()
        .atMost(Duration.ofMinutes(1))
        .until(() -> !prometheus.query(scrapesWhileCurrent).isEmpty());
  }
}
