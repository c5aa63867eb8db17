package io.besuplugins.clientversion;

import static org.assertj.core.api.Assertions.assertThat;

import io.besuplugins.clientversion.devnet.Caller;
import io.besuplugins.clientversion.devnet.JsonRpc;
import io.besuplugins.clientversion.devnet.Node;
import io.besuplugins.clientversion.devnet.NodeSetup;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What Prometheus finds at the node's metrics port, in whichever way its release prints it. */
class MetricsIT {

  private static final String CALLS = "besu_rpc_consensus_client_calls_total";
  private static final String LAST = "besu_rpc_consensus_client_last_call_timestamp_seconds";
  private static final String REFUSED = "besu_rpc_consensus_client_refused_calls_total";

  @ParameterizedTest
  @MethodSource("io.besuplugins.clientversion.Nodes#all")
  void countCallsByConsensusClientOnEveryRelease(final Node node) {
    assertThat(value(node, LAST)).isEqualTo(0);
    final long before = Instant.now().getEpochSecond();
    for (int call = 0; call < 3; call++) {
      Caller.LIGHTHOUSE.asks(node);
    }
    Caller.TEKU.asks(node);
    Caller.READINESS_PROBE.asks(node);

    assertThat(value(node, CALLS, "LH", "Lighthouse", "v5.3.0-0dd215c", "0dd215c2")).isEqualTo(3);
    assertThat(value(node, CALLS, "TK", "teku", "v26.8.0", "87fa8ca7")).isEqualTo(1);
    assertThat(value(node, REFUSED)).isEqualTo(0);
    assertThat(value(node, LAST)).isBetween((double) before, before + 60.0);
  }

  @ParameterizedTest
  @MethodSource("io.besuplugins.clientversion.Nodes#thatLeaveTheAnswerToThePlugin")
  void countRefusedCalls(final Node node) {
    node.asked("[7]");

    assertThat(value(node, REFUSED)).isEqualTo(1);
    assertThat(value(node, LAST)).isEqualTo(0);
  }

  @ParameterizedTest
  @MethodSource("io.besuplugins.clientversion.Nodes#onMergeNetworks")
  void stayBoundedAndCleanWhateverCallersSay(final Node node) {
    for (int i = 0; i < 100; i++) {
      node.asked(
          "[{\"code\":\"LH\",\"name\":\"a\\n\\u202e\\\"b\\\\\",\"version\":\"v%d\",\"commit\":\"\"}]"
              .formatted(i));
    }

    final List<String> series = series(node, CALLS);
    assertThat(series).hasSize(17).noneMatch(line -> line.contains("\u202e"));
    assertThat(value(node, CALLS, "other", "other", "other", "other")).isEqualTo(84);
  }

  @ParameterizedTest
  @MethodSource("io.besuplugins.clientversion.Nodes#setupsThatLeaveTheAnswerToThePlugin")
  void areNotNeededForThePluginToWork(final NodeSetup setup) {
    try (Node node = setup.with("--metrics-category=JVM").start()) {
      Caller.LIGHTHOUSE.asks(node);

      assertThat(series(node, CALLS)).isEmpty();
      assertThat(node.log().saidByPlugin()).anyMatch(line -> line.contains("Lighthouse"));
      assertThat(node.log().troublesAbout("clientversion")).isEmpty();
    }
  }

  private static double value(final Node node, final String name, final String... labels) {
    return series(node, name).stream()
        .filter(
            line -> List.of(labels).stream().allMatch(value -> line.contains("\"" + value + "\"")))
        .map(line -> line.substring(line.lastIndexOf(' ') + 1))
        .mapToDouble(Double::parseDouble)
        .reduce((one, another) -> Double.NaN)
        .orElseThrow(() -> new AssertionError("no " + name + " " + List.of(labels)));
  }

  private static List<String> series(final Node node, final String name) {
    return JsonRpc.without(node.metricsPort())
        .get()
        .body()
        .lines()
        .filter(line -> line.matches(name + "[ {].*"))
        .toList();
  }
}
