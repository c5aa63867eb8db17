package io.besuplugins.clientversion.devnet;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * The demonstration: nodes with the built jar in their plugins directories, one on which the plugin
 * answers and one on which Besu does, and consensus clients that ask them who they are. Prints each
 * question and answer, and what an operator sees. With {@code -Ddevnet.keep} the nodes stay up.
 */
public final class Devnet {

  private static final List<Caller> CALLERS =
      List.of(
          Caller.LIGHTHOUSE_WITHOUT_GIT,
          Caller.LIGHTHOUSE,
          Caller.TEKU,
          Caller.READINESS_PROBE,
          Caller.RPC_SNOOPER);

  private static final String ASK = "curl -s -H 'Content-Type: application/json'";

  private final PrintStream out;

  /** A demonstration that prints there. */
  public Devnet(final PrintStream out) {
    this.out = out;
  }

  /** Runs once; takes no arguments. */
  public static void main(final String[] args) throws IOException, InterruptedException {
    final Devnet devnet = new Devnet(System.out);
    try (Node answering = start(FakeBesu.BESU_24_8_0);
        Node observing = start(FakeBesu.BESU_26_8_0)) {
      devnet.show(answering);
      devnet.show(observing);
      if (System.getProperty("devnet.keep") != null) {
        devnet.keepUp(List.of(answering, observing));
      }
    }
  }

  /** A node of the kind that {@link #show} needs. */
  public static Node start(final Distribution distribution) {
    return NodeSetup.of(distribution, Network.MERGE).with("--rpc-http-api=CLIENTVERSION").start();
  }

  /** Lets consensus clients call, and prints what they and the operator see. */
  public void show(final Node node) {
    out.println("== A " + node.distribution() + " is up on " + node.enginePort());
    for (final Caller caller : CALLERS) {
      final Reply reply = caller.asks(node);
      if (!reply.body().contains("\"code\":\"BU\"")) {
        throw new IllegalStateException(caller + " was answered " + reply);
      }
      out.println("\n--> " + JsonRpc.request("engine_getClientVersionV1", caller.params()));
      out.println("<-- " + reply.body());
    }
    out.println("\nThe node's log, as far as the plugin wrote it:\n");
    node.log().ofPlugin().forEach(out::println);
    out.println("\nIts metrics, as far as they are the plugin's:\n");
    metrics(node).forEach(out::println);
    out.println("\nThe plugin's RPC methods:");
    for (final String method : List.of("executionClient", "consensusClients")) {
      out.println("\n--> " + JsonRpc.request("clientversion_" + method, "[]"));
      out.println("<-- " + node.http().call("clientversion_" + method, "[]").body());
    }
    out.println();
  }

  private static List<String> metrics(final Node node) {
    return Scrape.of(node).lines().stream()
        .filter(line -> line.startsWith("besu_rpc_consensus_client"))
        .sorted()
        .toList();
  }

  private void keepUp(final List<Node> nodes) throws IOException, InterruptedException {
    final CountDownLatch interrupted = new CountDownLatch(1);
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  nodes.forEach(Node::close);
                  interrupted.countDown();
                }));
    out.println(
        "The nodes stay up until you press Ctrl-C. Ask them yourself; this program renews their"
            + " tokens:\n");
    for (final Node node : nodes) {
      out.printf(
          "%s -H @%s --data '%s' %s%n",
          ASK,
          tokenOf(node),
          JsonRpc.request("engine_getClientVersionV1", Caller.GRANDINE.params()),
          node.enginePort());
      out.printf(
          "%s --data '%s' %s%n",
          ASK, JsonRpc.request("clientversion_consensusClients", "[]"), node.httpPort());
      out.printf("curl -s %s%n%n", node.metricsPort());
    }
    do {
      for (final Node node : nodes) {
        Files.writeString(
            tokenOf(node), "Authorization: Bearer " + node.secret().token(Instant.now()));
      }
    } while (!interrupted.await(20, TimeUnit.SECONDS));
  }

  private static Path tokenOf(final Node node) {
    return node.log().file().resolveSibling("token");
  }
}
