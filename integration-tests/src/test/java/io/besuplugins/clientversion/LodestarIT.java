package io.besuplugins.clientversion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.besuplugins.clientversion.devnet.FakeBesu;
import io.besuplugins.clientversion.devnet.Node;
import io.besuplugins.clientversion.devnet.NodePlace;
import io.besuplugins.clientversion.devnet.NodeSetup;
import io.besuplugins.clientversion.devnet.Scrape;
import io.besuplugins.clientversion.lodestar.CommandLine;
import io.besuplugins.clientversion.lodestar.EngineClient;
import io.besuplugins.clientversion.lodestar.EngineClients;
import io.besuplugins.clientversion.lodestar.NodeJsProgram;
import java.time.Duration;
import java.util.stream.Stream;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Lodestar 1.44.0's engine client, with siblings of 1.46.0, drives nodes: it asks who they are when
 * its own code wants to know. No test asks for it.
 */
@EnabledIf(
    value = "io.besuplugins.clientversion.lodestar.NodeJsProgram#areInstalled",
    disabledReason = NodeJsProgram.INSTALLATION)
class LodestarIT {

  private static final Duration LIMIT = Duration.ofSeconds(20);
  private static final String CALLS = "besu_rpc_consensus_client_calls_total";
  private static final String NAMED =
      "INFO Consensus client: Lodestar v1.44.0/e3d733b (LS, commit e3d733b7)";
  private static final String READ = "debug | Execution client version updated";

  /** The hash of the first block on the devnet's merge network, as every Besu tells it. */
  private static final String GENESIS =
      "0x9f050472967f75645a50a4a767589e0af2878effe70426f462083eaf2fc7a8e8";

  @AutoClose private static EngineClients lodestar;

  @BeforeAll
  static void start() throws Exception {
    lodestar = EngineClients.start();
  }

  @ParameterizedTest
  @MethodSource("setupsThatAnswerWithAnArray")
  void writesTheNodeIntoItsGraffiti(final NodeSetup setup) {
    try (Node node = setup.start();
        EngineClient client = drive(node.place(), CommandLine.PLAIN)) {
      eventually(() -> assertThat(client.graffiti()).isEqualTo(graffitiWith(setup)));
      assertThat(client.executionClient()).hasToString(answerOf(setup));
      assertThat(client.log()).filteredOn(READ::equals).hasSize(1);
      assertThat(client.log()).noneMatch(line -> line.contains("Unable"));
      assertThat(client.state())
          .isEqualTo(setup.distribution() instanceof FakeBesu ? "SYNCING" : "SYNCED");
    }
  }

  @ParameterizedTest
  @MethodSource("io.besuplugins.clientversion.Nodes#setupsThatAnswerWithABareObject")
  void leavesTheNodeOutOfItsGraffitiWhereBesuAnswersWithABareObject(final NodeSetup setup) {
    try (Node node = setup.start();
        EngineClient client = drive(node.place(), CommandLine.PLAIN)) {
      eventually(
          () ->
              assertThat(client.log())
                  .contains(
                      "debug | Unable to get execution client version | response.map is not a"
                          + " function"));
      assertThat(client.graffiti()).isEqualTo("LSe3d7");
      assertThat(client.executionClient().isNull()).isTrue();
      eventually(() -> assertThat(node.log().saidByPlugin()).contains(NAMED));
    }
  }

  @ParameterizedTest
  @MethodSource("io.besuplugins.clientversion.Nodes#setupsOnMergeNetworks")
  void isNamedInLogMetricsAndRpc(final NodeSetup setup) {
    try (Node node = setup.with("--rpc-http-api=CLIENTVERSION").start();
        EngineClient client = drive(node.place(), CommandLine.PLAIN)) {
      eventually(() -> assertThat(node.log().saidByPlugin()).hasSize(2).last().isEqualTo(NAMED));
      eventually(
          () ->
              assertThat(Scrape.of(node).series(CALLS))
                  .singleElement()
                  .asString()
                  .contains(
                      "code=\"LS\"",
                      "name=\"Lodestar\"",
                      "version=\"v1.44.0/e3d733b\"",
                      "commit=\"e3d733b7\"")
                  .endsWith(" 1.0"));
      assertThat(consensusClients(node))
          .singleElement()
          .asString()
          .startsWith(
              "{\"code\":\"LS\",\"name\":\"Lodestar\",\"version\":\"v1.44.0/e3d733b\",\"commit\":\"e3d733b7\",")
          .endsWith(",\"calls\":1}");
    }
  }

  @ParameterizedTest
  @MethodSource("io.besuplugins.clientversion.Nodes#setupsOnMergeNetworks")
  void isNamedWithoutVersionWhenItsOperatorHidesIt(final NodeSetup setup) {
    try (Node node = setup.with("--rpc-http-api=CLIENTVERSION").start();
        EngineClient client = drive(node.place(), CommandLine.PRIVATE)) {
      eventually(
          () ->
              assertThat(node.log().saidByPlugin())
                  .hasSize(2)
                  .last()
                  .isEqualTo("INFO Consensus client: Lodestar without version (LS, no commit)"));
      eventually(
          () ->
              assertThat(Scrape.of(node).series(CALLS))
                  .singleElement()
                  .asString()
                  .contains("code=\"LS\"", "name=\"Lodestar\"", "version=\"\"", "commit=\"\""));
      assertThat(consensusClients(node))
          .singleElement()
          .asString()
          .startsWith("{\"code\":\"LS\",\"name\":\"Lodestar\",\"version\":\"\",\"commit\":\"\",");
      assertThat(client.graffiti()).isEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource("io.besuplugins.clientversion.Nodes#setupsOnMergeNetworks")
  void asksByItselfOnceTheNodeIsUp(final NodeSetup setup) {
    final NodePlace place = setup.place();
    try (EngineClient client = drive(place, CommandLine.PLAIN)) {
      eventually(() -> assertThat(client.state()).isEqualTo("OFFLINE"));
      assertThat(client.graffiti()).isEqualTo("LSe3d7");
      try (Node node = place.start()) {
        eventually(() -> assertThat(node.log().saidByPlugin()).hasSize(2).last().isEqualTo(NAMED));
        eventually(() -> assertThat(client.graffiti()).isEqualTo(graffitiWith(setup)));
        assertThat(client.log()).anyMatch(line -> line.contains("became online"));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("io.besuplugins.clientversion.Nodes#setupsOnMergeNetworks")
  void asksAgainOnceTheNodeIsBack(final NodeSetup setup) {
    final NodePlace place = setup.place();
    try (EngineClient client = drive(place, CommandLine.PLAIN)) {
      try (Node node = place.start()) {
        eventually(() -> assertThat(node.log().saidByPlugin()).contains(NAMED));
      }
      eventually(() -> assertThat(client.state()).isEqualTo("OFFLINE"));
      final int heardBefore = answersHeardBy(client);
      try (Node restarted = place.start()) {
        eventually(
            () -> assertThat(restarted.log().saidByPlugin()).filteredOn(NAMED::equals).hasSize(2));
        eventually(() -> assertThat(answersHeardBy(client)).isGreaterThan(heardBefore));
        assertThat(client.graffiti()).isEqualTo(graffitiWith(setup));
      }
    }
  }

  static Stream<NodeSetup> setupsThatAnswerWithAnArray() {
    return Nodes.setupsOnMergeNetworks()
        .filter(setup -> !Nodes.besuAnswersWithABareObjectOn(setup));
  }

  private static EngineClient drive(final NodePlace place, final CommandLine commandLine) {
    return lodestar.drive(place.enginePort(), place.secret(), commandLine, GENESIS);
  }

  private static void eventually(final ThrowingRunnable assertion) {
    await().atMost(LIMIT).pollInterval(Duration.ofMillis(50)).untilAsserted(assertion);
  }

  private static String graffitiWith(final NodeSetup setup) {
    return Nodes.besuAnswersWithABareObjectOn(setup)
        ? "LSe3d7"
        : "BU" + setup.distribution().commit().substring(0, 4) + "LSe3d7";
  }

  private static String answerOf(final NodeSetup setup) {
    return "{\"code\":\"BU\",\"name\":\"Besu\",\"version\":\"%s\",\"commit\":\"%s\"}"
        .formatted(setup.distribution().release(), setup.distribution().commit());
  }

  /** How often it got hold of an answer, whether it could read it or not. */
  private static int answersHeardBy(final EngineClient client) {
    return (int)
        client.log().stream()
            .filter(line -> line.equals(READ) || line.contains("response.map is not a function"))
            .count();
  }

  private static JsonNode consensusClients(final Node node) {
    return node.http().call("clientversion_consensusClients", "[]").json().get("result");
  }
}
