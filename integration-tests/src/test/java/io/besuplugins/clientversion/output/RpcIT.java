// SPDX-License-Identifier: Apache-2.0
package io.besuplugins.clientversion.output;

import static io.besuplugins.clientversion.dsl.node.NodeSelection.ALL;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.besuplugins.clientversion.dsl.OnSharedNodes;
import io.besuplugins.clientversion.dsl.node.Node;
import io.besuplugins.clientversion.dsl.rpc.JsonRpcResponse;
import java.time.Instant;
import java.util.List;

/** The RPC methods of the namespace {@code CLIENTVERSION}. */
class RpcIT {

  private static final String CLIENTS = "clientversion_consensusClients";
  private static final String EXECUTION_CLIENT = "clientversion_executionClient";

  @OnSharedNodes(ALL)
  void listConsensusClientsMostRecentFirst(final Node node) {
    final Instant start = Instant.now().minusSeconds(1);
    node.getClientVersion("[{\"code\":\"TK\",\"name\":\"first\"}]");
    node.getClientVersion("[{\"code\":\"NB\",\"name\":\"second\"}]");
    node.getClientVersion("[{\"code\":\"NB\",\"name\":\"second\"}]");

    final JsonNode clients = node.http().call(CLIENTS, "[]").result();

    assertThat(clients.get(0).fieldNames())
        .toIterable()
        .containsExactly(
            "code", "name", "version", "commit", "firstSeen", "lastSeen", "calls", "current");
    assertThat(clients.at("/0/code").asText()).isEqualTo("NB");
    assertThat(clients.at("/0/calls").isNumber()).isTrue();
    assertThat(clients.at("/0/calls").asInt()).isEqualTo(2);
    assertThat(Instant.parse(clients.at("/0/lastSeen").asText())).isAfter(start);
    assertThat(clients.at("/1/name").asText()).isEqualTo("first");
    assertThat(clients.at("/1/calls").asInt()).isEqualTo(1);
    assertThat(clients.findValuesAsText("current"))
        .startsWith("true", "false")
        .containsOnlyOnce("true");
  }

  @OnSharedNodes(ALL)
  void identifyExecutionClientModeAndReason(final Node node) {
    final String clientVersion = node.configuration().clientVersion();

    assertThat(node.http().call(EXECUTION_CLIENT, "[]"))
        .isEqualTo(
            JsonRpcResponse.withResult(
                clientVersion.substring(0, clientVersion.length() - 1)
                    + ",\"pluginVersion\":\"%s\",\"mode\":\"%s\",\"reason\":\"%s\"}"
                        .formatted(
                            System.getProperty("plugin.version"),
                            node.configuration().reason().mode(),
                            node.configuration().reason().sentence())));
  }

  @OnSharedNodes(ALL)
  void rejectParams(final Node node) {
    for (final String method : List.of(CLIENTS, EXECUTION_CLIENT)) {
      assertThat(node.http().call(method, "[1]"))
          .isEqualTo(JsonRpcResponse.withError(-32602, "Invalid params: expected no parameters"));
    }
  }
}
