package io.besuplugins.clientversion;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.besuplugins.clientversion.devnet.Caller;
import io.besuplugins.clientversion.devnet.JsonRpc;
import io.besuplugins.clientversion.devnet.Node;
import io.besuplugins.clientversion.devnet.NodeSetup;
import io.besuplugins.clientversion.devnet.Reply;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The RPC methods with which an operator asks who drives the node. */
class OperatorRpcIT {

  private static final String CLIENTS = "clientversion_consensusClients";
  private static final String EXECUTION = "clientversion_executionClient";

  @ParameterizedTest
  @MethodSource("io.besuplugins.clientversion.Nodes#setups")
  void tellWhoDrivesTheNode(final NodeSetup setup) {
    try (Node node = setup.with("--rpc-http-api=ETH,CLIENTVERSION").start()) {
      assertThat(node.http().call(CLIENTS, "[]").json().get("result")).isEmpty();
      final Instant before = Instant.now().minusSeconds(1);
      Caller.LIGHTHOUSE.asks(node);
      Caller.TEKU.asks(node);
      Caller.LIGHTHOUSE.asks(node);

      final JsonNode clients = node.http().call(CLIENTS, "[]").json().get("result");
      assertThat(clients).hasSize(2);
      assertThat(clients.get(0).fieldNames())
          .toIterable()
          .containsExactly("code", "name", "version", "commit", "firstSeen", "lastSeen", "calls");
      assertThat(clients.at("/0/code").asText()).isEqualTo("LH");
      assertThat(clients.at("/0/calls").isNumber()).isTrue();
      assertThat(clients.at("/0/calls").asInt()).isEqualTo(2);
      assertThat(Instant.parse(clients.at("/0/lastSeen").asText())).isAfter(before);
      assertThat(clients.at("/1/name").asText()).isEqualTo("teku");
      assertThat(clients.at("/1/calls").asInt()).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @MethodSource("io.besuplugins.clientversion.Nodes#setups")
  void tellWhatTheNodeIs(final NodeSetup setup) {
    try (Node node = setup.with("--rpc-http-api=ETH,CLIENTVERSION").start()) {
      assertThat(node.http().call(EXECUTION, "[]"))
          .isEqualTo(
              new Reply(
                  200,
                  "{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":{\"code\":\"BU\",\"name\":\"Besu\",\"version\":\"%s\",\"commit\":\"%s\",\"plugin\":\"%s\",\"mode\":\"%s\"}}"
                      .formatted(
                          node.distribution().release(),
                          node.distribution().commit(),
                          System.getProperty("plugin.version"),
                          Nodes.pluginAnswersOn(setup) ? "ANSWER" : "OBSERVE")));
      assertThat(node.http().call(EXECUTION, "[1]").json().at("/error").toString())
          .isEqualTo("{\"code\":-32602,\"message\":\"Invalid params: there must be none\"}");
      assertThat(node.http().call(CLIENTS, "[{}]").json().at("/error/code").asInt())
          .isEqualTo(-32602);
    }
  }

  @ParameterizedTest
  @MethodSource("io.besuplugins.clientversion.Nodes#setups")
  void areOffUntilTheOperatorNamesThemAndNeverOnTheEnginePort(final NodeSetup setup) {
    try (Node node = setup.start()) {
      for (final JsonRpc port : new JsonRpc[] {node.http(), node.engine()}) {
        for (final String method : new String[] {CLIENTS, EXECUTION}) {
          assertThat(port.call(method, "[]").json().at("/error/code").asInt()).isEqualTo(-32601);
        }
      }
    }
  }
}
