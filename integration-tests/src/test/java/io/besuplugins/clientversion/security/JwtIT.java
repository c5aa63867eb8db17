// SPDX-License-Identifier: Apache-2.0
package io.besuplugins.clientversion.security;

import static io.besuplugins.clientversion.dsl.node.NodeSelection.ALL;
import static org.assertj.core.api.Assertions.assertThat;

import io.besuplugins.clientversion.dsl.OnSharedNodes;
import io.besuplugins.clientversion.dsl.metrics.MetricsScrape;
import io.besuplugins.clientversion.dsl.node.Node;
import io.besuplugins.clientversion.dsl.rpc.JsonRpcClient;
import io.besuplugins.clientversion.dsl.rpc.JsonRpcResponse;
import io.besuplugins.clientversion.dsl.rpc.JwtSecret;
import java.time.Instant;

/** Besu rejects a call without a valid token, and the plugin does not record its caller. */
class JwtIT {

  private static final String METHOD = "engine_getClientVersionV1";
  private static final String PARAMS = "[{\"code\":\"ZZ\",\"name\":\"intruder\"}]";

  @OnSharedNodes(ALL)
  void rejectsAndDoesNotRecordCallerWithoutValidToken(final Node node) {
    assertThat(JsonRpcClient.withoutToken(node.engineUrl()).call(METHOD, PARAMS))
        .isEqualTo(unauthorized("null"));
    assertThat(call(node, JwtSecret.random(), 0)).isEqualTo(unauthorized("1"));
    assertThat(call(node, node.secret(), -61)).isEqualTo(unauthorized("1"));
    assertThat(call(node, node.secret(), 62)).isEqualTo(unauthorized("1"));
    node.http().call(METHOD, PARAMS);
    node.getClientVersion(PARAMS.replace("intruder", "recorded"));

    assertThat(node.log().pluginLines())
        .noneMatch(line -> line.contains("intruder"))
        .anyMatch(line -> line.contains("recorded"));
    assertThat(MetricsScrape.of(node).lines()).noneMatch(line -> line.contains("intruder"));
    assertThat(node.http().call("clientversion_consensusClients", "[]").body())
        .doesNotContain("intruder")
        .contains("recorded");
  }

  private static JsonRpcResponse call(
      final Node node, final JwtSecret secret, final int secondsFromNow) {
    return JsonRpcClient.withToken(
            node.engineUrl(), () -> secret.tokenIssuedAt(Instant.now().plusSeconds(secondsFromNow)))
        .call(METHOD, PARAMS);
  }

  private static JsonRpcResponse unauthorized(final String id) {
    return new JsonRpcResponse(
        401,
        "{\"jsonrpc\":\"2.0\",\"id\":%s,\"error\":{\"code\":-40100,\"message\":\"Unauthorized\"}}"
            .formatted(id));
  }
}
