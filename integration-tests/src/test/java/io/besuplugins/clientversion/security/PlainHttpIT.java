// SPDX-License-Identifier: Apache-2.0
package io.besuplugins.clientversion.security;

import static io.besuplugins.clientversion.devnet.node.NodeSelection.ALL;
import static io.besuplugins.clientversion.devnet.node.NodeSelection.ANSWER_MODE;
import static io.besuplugins.clientversion.devnet.node.NodeSelection.OBSERVE_MODE_ON_MERGE;
import static org.assertj.core.api.Assertions.assertThat;

import io.besuplugins.clientversion.devnet.OnNewNodes;
import io.besuplugins.clientversion.devnet.OnSharedNodes;
import io.besuplugins.clientversion.devnet.node.Node;
import io.besuplugins.clientversion.devnet.node.NodeConfiguration;
import io.besuplugins.clientversion.devnet.rpc.JsonRpcResponse;

/** The JSON-RPC port that needs no token serves the APIs that {@code --rpc-http-api} contains. */
class PlainHttpIT {

  private static final String WARNING =
      "WARN engine_getClientVersionV1 is served without a JWT, because --rpc-http-api or"
          + " --rpc-ws-api contains ENGINE: remove ENGINE from that option; consensus clients use"
          + " the engine port";

  @OnNewNodes(ANSWER_MODE)
  void servesPluginsMethodWithWarningIfEngineIsEnabled(final NodeConfiguration configuration) {
    try (Node node = configuration.with("--rpc-http-api=ETH,ENGINE").start()) {
      assertThat(call(node).result().at("/0/code").asText()).isEqualTo("BU");
      assertThat(node.log().pluginMessages())
          .containsOnlyOnce(WARNING)
          .anyMatch(line -> line.contains("plain HTTP"));
    }
  }

  @OnNewNodes(OBSERVE_MODE_ON_MERGE)
  void neverServesBesusMethod(final NodeConfiguration configuration) {
    try (Node node = configuration.with("--rpc-http-api=ETH,ENGINE").start()) {
      assertThat(call(node).errorCode()).isEqualTo(-32604);
      assertThat(node.log().pluginMessages()).hasSize(1).doesNotContain(WARNING);
    }
  }

  @OnSharedNodes(ALL)
  void servesNoEngineMethodByDefault(final Node node) {
    assertThat(call(node).errorCode()).isIn(-32601, -32604);
    assertThat(node.log().pluginMessages())
        .doesNotContain(WARNING)
        .noneMatch(line -> line.contains("plain HTTP"));
  }

  private static JsonRpcResponse call(final Node node) {
    return node.http()
        .call("engine_getClientVersionV1", "[{\"code\":\"LH\",\"name\":\"plain HTTP\"}]");
  }
}
