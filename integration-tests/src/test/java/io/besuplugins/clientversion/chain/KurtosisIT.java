// SPDX-License-Identifier: Apache-2.0
package io.besuplugins.clientversion.chain;

import static io.besuplugins.clientversion.dsl.process.InstalledProgram.JQ;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.besuplugins.clientversion.dsl.client.ClientVersionRequest;
import io.besuplugins.clientversion.dsl.node.Distribution;
import io.besuplugins.clientversion.dsl.node.Genesis;
import io.besuplugins.clientversion.dsl.node.Node;
import io.besuplugins.clientversion.dsl.node.NodeConfiguration;
import io.besuplugins.clientversion.dsl.process.EnabledIfInstalled;
import io.besuplugins.clientversion.dsl.process.ProcessResult;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The script with which the workflow {@code kurtosis.yml} compares what a node has recorded with
 * what its consensus client reports of itself.
 */
class KurtosisIT {

  private static final Path PROJECT = Path.of(System.getProperty("project.root"));
  private static final String TEKU = "teku/v26.8.0/linux-x86_64/-eclipseadoptium-java-25";
  private static final String LIGHTHOUSE = "Lighthouse/v5.3.0-0dd215c/x86_64-linux";

  private HttpServer beaconApi;
  private String reported = TEKU;

  @BeforeEach
  void startBeaconApi() throws IOException {
    beaconApi = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    beaconApi.createContext(
        "/eth/v1/node/version",
        exchange -> {
          final byte[] body = "{\"data\":{\"version\":\"%s\"}}".formatted(reported).getBytes();
          exchange.sendResponseHeaders(200, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    beaconApi.start();
  }

  @AfterEach
  void stopBeaconApi() {
    beaconApi.stop(0);
  }

  @Test
  @EnabledIfInstalled(JQ)
  void comparesRecordedClientWithWhatItReports() {
    try (Node node =
        NodeConfiguration.of(Distribution.FAKE_26_8_0, Genesis.PROOF_OF_STAKE)
            .with("--rpc-http-api=CLIENTVERSION")
            .start()) {
      assertResult(node, 1, "MISSING: BESU has recorded no client, BEACON reports " + TEKU);
      assertResult(node, 0, "not called: BESU, " + TEKU, "-s", "Teku");

      ClientVersionRequest.TEKU.sendTo(node);

      assertResult(node, 0, "same: BESU has recorded teku/v26.8.0, BEACON reports " + TEKU);
      reported = LIGHTHOUSE;
      assertResult(
          node, 1, "DIFFERENT: BESU has recorded teku/v26.8.0, BEACON reports " + LIGHTHOUSE);
    }
  }

  private void assertResult(
      final Node node, final int status, final String line, final String... options) {
    final String besu = node.httpUrl().toString();
    final String beacon = "http://127.0.0.1:" + beaconApi.getAddress().getPort();
    final Stream<String> command =
        Stream.concat(Stream.of("bash", ".ci/compare-client-versions"), Stream.of(options));

    assertThat(
            ProcessResult.of(
                new ProcessBuilder(Stream.concat(command, Stream.of(besu, beacon)).toList())
                    .directory(PROJECT.toFile())))
        .isEqualTo(
            new ProcessResult(
                status, List.of(line.replace("BESU", besu).replace("BEACON", beacon))));
  }
}
