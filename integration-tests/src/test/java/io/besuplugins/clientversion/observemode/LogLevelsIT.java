// SPDX-License-Identifier: Apache-2.0
package io.besuplugins.clientversion.observemode;

import static io.besuplugins.clientversion.dsl.node.NodeSelection.OBSERVE_MODE_ON_PROOF_OF_STAKE;
import static org.assertj.core.api.Assertions.assertThat;

import io.besuplugins.clientversion.dsl.OnNewNodes;
import io.besuplugins.clientversion.dsl.node.Node;
import io.besuplugins.clientversion.dsl.node.NodeConfiguration;
import java.util.List;

/** Log levels mean the same with the observer as without it, and do not stop the observer. */
class LogLevelsIT {

  private static final String METHODS =
      "org.hyperledger.besu.ethereum.api.jsonrpc.internal.methods";

  /** Each is set through {@code admin_changeLogLevel}; a call follows. */
  private static final List<String> LEVELS =
      List.of(
          "[\"INFO\"]",
          "[\"DEBUG\",[\"%s\"]]".formatted(METHODS),
          "[\"TRACE\",[\"%s\"]]".formatted(METHODS),
          "[\"INFO\"]",
          "[\"TRACE\",[\"%s.ExecutionEngineJsonRpcMethod\"]]".formatted(METHODS),
          "[\"TRACE\"]",
          "[\"INFO\"]");

  @OnNewNodes(OBSERVE_MODE_ON_PROOF_OF_STAKE)
  void areIndependentOfTheObserver(final NodeConfiguration configuration) {
    final NodeConfiguration traced = configuration.with("--logging=TRACE", "--rpc-http-api=ADMIN");
    final List<String> linesWithoutPlugin;
    try (Node node = traced.withoutPlugin().start()) {
      linesWithoutPlugin = engineLinesWhileLevelsChange(node);
    }
    try (Node node = traced.start()) {
      assertThat(engineLinesWhileLevelsChange(node)).isEqualTo(linesWithoutPlugin).isNotEmpty();
      assertThat(recordedVersions(node))
          .containsExactly("v0", "v1", "v2", "v3", "v4", "v5", "v6", "v7");
      assertThat(node.log().warningsAndErrorsAboutPlugins()).isEmpty();
    }
  }

  private static List<String> engineLinesWhileLevelsChange(final Node node) {
    call(node, 0);
    for (int i = 0; i < LEVELS.size(); i++) {
      assertThat(node.http().call("admin_changeLogLevel", LEVELS.get(i)).json().has("result"))
          .isTrue();
      call(node, i + 1);
    }
    return engineLines(node);
  }

  private static void call(final Node node, final int version) {
    node.getClientVersion("[{\"code\":\"LH\",\"version\":\"v%d\"}]".formatted(version));
    node.engine().call("engine_exchangeCapabilities", "[[\"%d\"]]".formatted(version));
  }

  /** Without time and thread. */
  private static List<String> engineLines(final Node node) {
    return node.log().lines().stream()
        .filter(line -> line.contains("| ExecutionEngineJsonRpcMethod |"))
        .map(line -> line.split(" \\| ", 3)[2])
        .toList();
  }

  private static List<String> recordedVersions(final Node node) {
    return node.log().pluginMessages().stream()
        .filter(line -> line.startsWith("INFO Consensus client"))
        .map(line -> line.replaceAll(".*lighthouse (v\\d).*", "$1"))
        .toList();
  }
}
