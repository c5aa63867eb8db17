// SPDX-License-Identifier: Apache-2.0
package io.besuplugins.clientversion.documentation;

import static io.besuplugins.clientversion.dsl.process.InstalledProgram.JQ;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
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
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What the workflow {@code kurtosis.yml} uses. Its script compares a node with a server that stands
 * for the Beacon API of a consensus client.
 */
class KurtosisIT {

  private static final Path PROJECT =
      Path.of(System.getProperty("project.root")).toAbsolutePath().normalize();
  private static final String TEKU = "teku/v26.8.0/linux-x86_64/-eclipseadoptium-java-25";
  private static final String LIGHTHOUSE = "Lighthouse/v5.3.0-0dd215c/x86_64-linux";

  private HttpServer beacon;
  private String reported = TEKU;

  @BeforeEach
  void startBeaconApi() throws IOException {
    beacon = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    beacon.createContext(
        "/eth/v1/node/version",
        exchange -> {
          final byte[] body =
              "{\"data\":{\"version\":\"%s\"}}"
                  .formatted(reported)
                  .getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(200, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    beacon.start();
  }

  @AfterEach
  void stopBeaconApi() {
    beacon.stop(0);
  }

  @Test
  @EnabledIfInstalled(JQ)
  void comparesRecordedClientWithWhatItReports() {
    try (Node node = start()) {
      assertThat(compare(node))
          .isEqualTo(failure("MISSING: BESU has recorded no client, BEACON reports " + TEKU));
      assertThat(compare(node, "-s", "Teku")).isEqualTo(success("not called: BESU, " + TEKU));

      ClientVersionRequest.TEKU.sendTo(node);

      assertThat(compare(node))
          .isEqualTo(success("same: BESU has recorded teku/v26.8.0, BEACON reports " + TEKU));
      assertThat(compare(node, "-s", "Teku")).isEqualTo(compare(node));
      reported = LIGHTHOUSE;
      assertThat(compare(node))
          .isEqualTo(
              failure("DIFFERENT: BESU has recorded teku/v26.8.0, BEACON reports " + LIGHTHOUSE));
    }
  }

  @Test
  void workflowComparesEachParticipant() throws IOException {
    final JsonNode matrix =
        new YAMLMapper()
            .readTree(PROJECT.resolve(".ci/kurtosis/network_params.yaml").toFile())
            .get("participants_matrix");
    final String clients =
        StreamSupport.stream(matrix.get("cl").spliterator(), false)
            .map(client -> client.get("cl_type").asText())
            .collect(joining(" "));

    assertThat(Files.readString(PROJECT.resolve(".github/workflows/kurtosis.yml")))
        .contains("clients=(" + clients + ")\n")
        .contains("docker build -t " + matrix.at("/el/0/el_image").asText() + " ");
  }

  private static Node start() {
    return NodeConfiguration.of(Distribution.FAKE_26_8_0, Genesis.PROOF_OF_STAKE)
        .with("--rpc-http-api=CLIENTVERSION")
        .start();
  }

  private ProcessResult compare(final Node node, final String... options) {
    final String beaconUrl = "http://127.0.0.1:" + beacon.getAddress().getPort();
    final List<String> command =
        Stream.of(
                Stream.of("bash", ".ci/compare-client-versions"),
                Stream.of(options),
                Stream.of(node.httpUrl().toString(), beaconUrl))
            .flatMap(words -> words)
            .toList();
    final ProcessResult result =
        ProcessResult.of(new ProcessBuilder(command).directory(PROJECT.toFile()));
    return new ProcessResult(
        result.status(),
        result.lines().stream()
            .map(line -> line.replace(node.httpUrl().toString(), "BESU"))
            .map(line -> line.replace(beaconUrl, "BEACON"))
            .toList());
  }

  private static ProcessResult success(final String line) {
    return new ProcessResult(0, List.of(line));
  }

  private static ProcessResult failure(final String line) {
    return new ProcessResult(1, List.of(line));
  }
}
