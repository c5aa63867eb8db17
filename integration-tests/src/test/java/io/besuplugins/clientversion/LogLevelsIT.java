package io.besuplugins.clientversion;

import static org.assertj.core.api.Assertions.assertThat;

import io.besuplugins.clientversion.devnet.Caller;
import io.besuplugins.clientversion.devnet.Node;
import io.besuplugins.clientversion.devnet.NodeSetup;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Levels mean what the operator set, with the observer as without it. */
class LogLevelsIT {

  private static final String METHODS =
      "org.hyperledger.besu.ethereum.api.jsonrpc.internal.methods";
  private static final String ENGINE_METHOD = METHODS + ".ExecutionEngineJsonRpcMethod";

  @ParameterizedTest
  @MethodSource("io.besuplugins.clientversion.Nodes#setupsThatAnswerByThemselves")
  void areNeitherChangedByTheObserverNorStopIt(final NodeSetup setup) {
    final NodeSetup withAdmin = setup.with("--rpc-http-api=ETH,ADMIN");
    final List<String> without;
    try (Node node = withAdmin.withoutPlugin().start()) {
      without = engineLinesWhileLevelsChange(node);
    }
    try (Node node = withAdmin.start()) {
      assertThat(engineLinesWhileLevelsChange(node)).isEqualTo(without).isNotEmpty();
      assertThat(versionsHeard(node)).containsExactly("v0", "v1", "v2", "v3", "v4", "v5", "v6");
      assertThat(node.log().troublesAbout("plugin")).isEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource("io.besuplugins.clientversion.Nodes#setupsThatAnswerByThemselves")
  void canBeTraceFromTheStart(final NodeSetup setup) {
    try (Node node = setup.with("--logging=TRACE").start()) {
      Caller.LIGHTHOUSE.asks(node);

      assertThat(node.log().saidByPlugin()).anyMatch(line -> line.contains("Lighthouse"));
      assertThat(engineLines(node)).hasSize(1);
    }
  }

  private static List<String> engineLinesWhileLevelsChange(final Node node) {
    ask(node, 0);
    setLevel(node, "[\"DEBUG\",[\"%s\"]]".formatted(METHODS));
    ask(node, 1);
    setLevel(node, "[\"TRACE\",[\"%s\"]]".formatted(METHODS));
    ask(node, 2);
    setLevel(node, "[\"INFO\"]");
    ask(node, 3);
    setLevel(node, "[\"TRACE\",[\"%s\"]]".formatted(ENGINE_METHOD));
    ask(node, 4);
    setLevel(node, "[\"TRACE\"]");
    ask(node, 5);
    setLevel(node, "[\"INFO\"]");
    ask(node, 6);
    return engineLines(node);
  }

  private static void ask(final Node node, final int version) {
    node.asked("[{\"code\":\"LH\",\"version\":\"v%d\"}]".formatted(version));
    node.engine().call("engine_exchangeCapabilities", "[[\"%d\"]]".formatted(version));
  }

  private static void setLevel(final Node node, final String params) {
    assertThat(node.http().call("admin_changeLogLevel", params).json().has("result")).isTrue();
  }

  /** Without time and thread, which differ from run to run. */
  private static List<String> engineLines(final Node node) {
    return node.log().lines().stream()
        .filter(line -> line.contains("| ExecutionEngineJsonRpcMethod |"))
        .map(line -> line.split(" \\| ", 3)[2])
        .toList();
  }

  private static List<String> versionsHeard(final Node node) {
    return node.log().saidByPlugin().stream()
        .filter(line -> line.contains("Consensus client"))
        .map(line -> line.replaceAll(".*lighthouse (v\\d).*", "$1"))
        .toList();
  }
}
