package io.besuplugins.clientversion.devnet;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * The demonstration: a node with the built jar in its plugins directory, and consensus clients that
 * ask it who it is. Prints each question, each answer and the node's log; with {@code
 * -Ddevnet.keep} the node stays up.
 */
public final class Devnet {

  private static final List<Caller> CALLERS =
      List.of(
          Caller.LIGHTHOUSE_WITHOUT_GIT,
          Caller.LIGHTHOUSE,
          Caller.TEKU,
          Caller.READINESS_PROBE,
          Caller.RPC_SNOOPER);

  private Devnet() {}

  /** Runs once; takes no arguments. */
  public static void main(final String[] args) throws IOException, InterruptedException {
    final boolean keep = System.getProperty("devnet.keep") != null;
    try (Node node = NodeSetup.of(StandIn.BESU_24_8_0, Network.MERGE).start()) {
      System.out.println("A " + node.distribution() + " is up on " + node.enginePort());
      CALLERS.forEach(caller -> show(caller, node));
      System.out.println("\nThe node's log, as far as the plugin wrote it:\n");
      node.log().ofPlugin().forEach(System.out::println);
      if (keep) {
        stayUp(node);
      }
    }
  }

  private static void show(final Caller caller, final Node node) {
    final Reply reply = caller.asks(node);
    if (!reply.json().at("/result/0/code").asText().equals("BU")) {
      throw new IllegalStateException(caller + " was answered " + reply);
    }
    System.out.println("\n--> " + JsonRpc.request("engine_getClientVersionV1", caller.params()));
    System.out.println("<-- " + reply.body());
  }

  private static void stayUp(final Node node) throws IOException, InterruptedException {
    final CountDownLatch interrupted = new CountDownLatch(1);
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  node.close();
                  interrupted.countDown();
                }));
    final Path token = Path.of(System.getProperty("devnet.build"), "nodes", "token");
    System.out.println(
        "\nThe node stays up until you press Ctrl-C, its log is "
            + node.log().file()
            + "\nAsk it yourself, with the token that this program renews:\n\n"
            + "curl -s -H 'Content-Type: application/json' -H @"
            + token
            + " --data '"
            + JsonRpc.request("engine_getClientVersionV1", Caller.GRANDINE.params())
            + "' "
            + node.enginePort());
    do {
      Files.writeString(token, "Authorization: Bearer " + node.secret().token(Instant.now()));
    } while (!interrupted.await(20, TimeUnit.SECONDS));
  }
}
