// SPDX-License-Identifier: Apache-2.0
package io.besuplugins.clientversion.demonstration;

import io.besuplugins.clientversion.dsl.client.ClientVersionRequest;
import io.besuplugins.clientversion.dsl.metrics.MetricsScrape;
import io.besuplugins.clientversion.dsl.node.Distribution;
import io.besuplugins.clientversion.dsl.node.Genesis;
import io.besuplugins.clientversion.dsl.node.Node;
import io.besuplugins.clientversion.dsl.node.NodeConfiguration;
import io.besuplugins.clientversion.dsl.rpc.JsonRpcClient;
import io.besuplugins.clientversion.dsl.rpc.JsonRpcResponse;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Starts a node on which the plugin answers and one on which Besu answers, lets consensus clients
 * call them, and prints the calls, the responses and what an operator sees. With {@code
 * -Ddevnet.keep} the nodes stay up.
 */
public final class Demonstration {

  private static final List<ClientVersionRequest> CALLERS =
      List.of(
          ClientVersionRequest.LIGHTHOUSE_WITHOUT_GIT,
          ClientVersionRequest.LIGHTHOUSE,
          ClientVersionRequest.READINESS_PROBE,
          ClientVersionRequest.RPC_SNOOPER,
          ClientVersionRequest.TEKU);

  private static final String CURL = "curl -s -H 'Content-Type: application/json'";

  private final PrintStream out;

  public Demonstration(final PrintStream out) {
    this.out = out;
  }

  /** Takes no arguments. */
  public static void main(final String[] args) throws IOException, InterruptedException {
    final Demonstration demonstration = new Demonstration(System.out);
    try (Node answerMode = start(Distribution.FAKE_24_8_0);
        Node observeMode = start(Distribution.FAKE_26_8_0)) {
      demonstration.show(answerMode);
      demonstration.show(observeMode);
      if (System.getProperty("devnet.keep") != null) {
        demonstration.keepRunning(List.of(answerMode, observeMode));
      }
    }
  }

  public static Node start(final Distribution distribution) {
    return NodeConfiguration.of(distribution, Genesis.PROOF_OF_STAKE)
        .with("--rpc-http-api=CLIENTVERSION")
        .start();
  }

  public void show(final Node node) {
    out.println("== A " + node.configuration().distribution() + " is up on " + node.engineUrl());
    for (final ClientVersionRequest request : CALLERS) {
      final JsonRpcResponse response = request.sendTo(node);
      if (!response.body().contains("\"code\":\"BU\"")) {
        throw new IllegalStateException(request + " received " + response);
      }
      out.println("\n--> " + JsonRpcClient.request("engine_getClientVersionV1", request.params()));
      out.println("<-- " + response.body());
    }
    out.println("\nThe plugin's lines in the node's log:\n");
    node.log().pluginLines().forEach(out::println);
    out.println("\nThe plugin's metrics:\n");
    MetricsScrape.of(node).lines().stream()
        .filter(line -> line.matches("besu_rpc_(client_version|consensus_client).*"))
        .sorted()
        .forEach(out::println);
    out.println("\nThe plugin's RPC methods:");
    for (final String method : List.of("executionClient", "consensusClients")) {
      out.println("\n--> " + JsonRpcClient.request("clientversion_" + method, "[]"));
      out.println("<-- " + node.http().call("clientversion_" + method, "[]").body());
    }
    out.println();
  }

  private void keepRunning(final List<Node> nodes) throws IOException, InterruptedException {
    final CountDownLatch interrupted = new CountDownLatch(1);
    Runtime.getRuntime().addShutdownHook(new Thread(interrupted::countDown));
    out.println("The nodes run until you press Ctrl-C. Their tokens are renewed for you:\n");
    for (final Node node : nodes) {
      out.printf(
          "%s -H @%s --data '%s' %s%n",
          CURL,
          tokenFile(node),
          JsonRpcClient.request(
              "engine_getClientVersionV1", ClientVersionRequest.GRANDINE.params()),
          node.engineUrl());
      out.printf(
          "%s --data '%s' %s%n",
          CURL, JsonRpcClient.request("clientversion_consensusClients", "[]"), node.httpUrl());
      out.printf("curl -s %s%n%n", node.metricsUrl());
    }
    do {
      for (final Node node : nodes) {
        Files.writeString(
            tokenFile(node), "Authorization: Bearer " + node.secret().tokenIssuedAt(Instant.now()));
      }
    } while (!interrupted.await(20, TimeUnit.SECONDS));
  }

  private static Path tokenFile(final Node node) {
    return node.log().file().resolveSibling("token");
  }
}
