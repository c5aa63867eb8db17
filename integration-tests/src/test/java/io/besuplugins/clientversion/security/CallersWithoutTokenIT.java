// SPDX-License-Identifier: Apache-2.0
package io.besuplugins.clientversion.security;

import static io.besuplugins.clientversion.dsl.node.NodeSelection.ALL;
import static io.besuplugins.clientversion.dsl.node.NodeSelection.ANSWER_MODE;
import static io.besuplugins.clientversion.dsl.node.NodeSelection.OBSERVE_MODE_ON_PROOF_OF_STAKE;
import static io.besuplugins.clientversion.dsl.node.NodeSelection.ONE_PER_MODE;
import static org.assertj.core.api.Assertions.assertThat;

import io.besuplugins.clientversion.dsl.OnNewNodes;
import io.besuplugins.clientversion.dsl.OnSharedNodes;
import io.besuplugins.clientversion.dsl.node.Node;
import io.besuplugins.clientversion.dsl.node.NodeConfiguration;
import io.besuplugins.clientversion.dsl.rpc.JsonRpcClient;
import io.besuplugins.clientversion.dsl.rpc.JsonRpcResponse;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.util.Base64;
import org.junit.jupiter.api.io.TempDir;

/** The options of Besu that let callers without a JWT call the method, and the warning of that. */
class CallersWithoutTokenIT {

  private static final String WARNING =
      "WARN engine_getClientVersionV1 can be called without a JWT, because ";

  @TempDir Path directory;

  @OnNewNodes(ANSWER_MODE)
  void areRecordedOnHttpPortWithWarningIfEngineIsEnabled(final NodeConfiguration configuration) {
    try (Node node = configuration.with("--rpc-http-api=ETH,ENGINE").start()) {
      assertThat(call(node.httpUrl()).result().at("/0/code").asText()).isEqualTo("BU");
      assertWarnedOnceAndRecorded(node, "--rpc-http-api or --rpc-ws-api contains ENGINE;");
    }
  }

  @OnNewNodes(ONE_PER_MODE)
  void areRejectedOnHttpPortWithAuthentication(final NodeConfiguration configuration)
      throws IOException, GeneralSecurityException {
    final NodeConfiguration authenticated =
        configuration.with(
            "--rpc-http-api=ETH,ENGINE",
            "--rpc-http-authentication-enabled",
            "--rpc-http-authentication-jwt-public-key-file=" + publicKey());
    try (Node node = authenticated.start()) {
      assertThat(call(node.httpUrl()).status()).isEqualTo(401);
      assertThat(node.log().pluginMessages()).containsExactly(configuration.startLine());
    }
  }

  private Path publicKey() throws IOException, GeneralSecurityException {
    final byte[] key =
        KeyPairGenerator.getInstance("RSA").generateKeyPair().getPublic().getEncoded();
    return Files.writeString(
        directory.resolve("key.pem"),
        "-----BEGIN PUBLIC KEY-----\n%s\n-----END PUBLIC KEY-----\n"
            .formatted(Base64.getMimeEncoder().encodeToString(key)));
  }

  @OnNewNodes(OBSERVE_MODE_ON_PROOF_OF_STAKE)
  void doNotReachMethodOfBesuOnHttpPort(final NodeConfiguration configuration) {
    try (Node node = configuration.with("--rpc-http-api=ETH,ENGINE").start()) {
      assertThat(call(node.httpUrl()).errorCode()).isEqualTo(-32604);
      assertThat(node.log().pluginMessages()).containsExactly(configuration.startLine());
    }
  }

  @OnNewNodes(ONE_PER_MODE)
  void areRecordedOnEnginePortWithWarningIfTokensAreDisabled(
      final NodeConfiguration configuration) {
    try (Node node = configuration.with("--engine-jwt-disabled").start()) {
      assertThat(call(node.engineUrl())).isEqualTo(configuration.response());
      assertWarnedOnceAndRecorded(node, "--engine-jwt-disabled is set;");
    }
  }

  @OnNewNodes(OBSERVE_MODE_ON_PROOF_OF_STAKE)
  void areRecordedOnEnginePortWithWarningIfMethodNeedsNoToken(
      final NodeConfiguration configuration) {
    final String option = "--rpc-http-api-methods-no-auth";
    try (Node node = configuration.with(option + "=engine_getClientVersionV1").start()) {
      assertThat(call(node.engineUrl())).isEqualTo(configuration.response());
      assertWarnedOnceAndRecorded(node, option + " contains it;");
    }
  }

  @OnSharedNodes(ALL)
  void areNotServedByDefault(final Node node) {
    assertThat(call(node.httpUrl()).errorCode()).isIn(-32601, -32604);
    assertThat(call(node.engineUrl()).status()).isEqualTo(401);
    assertThat(node.log().pluginMessages())
        .noneMatch(line -> line.startsWith("WARN") || line.contains("without token"));
  }

  private static void assertWarnedOnceAndRecorded(final Node node, final String cause) {
    assertThat(node.log().pluginMessages())
        .hasSize(3)
        .anyMatch(line -> line.startsWith(WARNING + cause))
        .anyMatch(line -> line.startsWith("INFO Consensus client: without token"));
  }

  private static JsonRpcResponse call(final URI port) {
    return JsonRpcClient.withoutToken(port)
        .call("engine_getClientVersionV1", "[{\"code\":\"LH\",\"name\":\"without token\"}]");
  }
}
