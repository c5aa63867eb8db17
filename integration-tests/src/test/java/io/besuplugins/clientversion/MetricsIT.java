package io.besuplugins.clientversion;

import static org.assertj.core.api.Assertions.assertThat;

import io.besuplugins.clientversion.devnet.Caller;
import io.besuplugins.clientversion.devnet.Node;
import io.besuplugins.clientversion.devnet.NodeSetup;
import io.besuplugins.clientversion.devnet.Scrape;
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
    assertThat(Scrape.of(node).value(LAST)).isEqualTo(0);
    final long before = Instant.now().getEpochSecond();
    for (int call = 0; call < 3; call++) {
      Caller.LIGHTHOUSE.asks(node);
    }
    Caller.TEKU.asks(node);
    Caller.READINESS_PROBE.asks(node);

    assertThat(Scrape.of(node).value(CALLS, "LH", "Lighthouse", "v5.3.0-0dd215c", "0dd215c2"))
        .isEqualTo(3);
    assertThat(Scrape.of(node).value(CALLS, "TK", "teku", "v26.8.0", "87fa8ca7")).isEqualTo(1);
    assertThat(Scrape.of(node).value(REFUSED)).isEqualTo(0);
    assertThat(Scrape.of(node).value(LAST)).isBetween((double) before, before + 60.0);
  }

  @ParameterizedTest
  @MethodSource("io.besuplugins.clientversion.Nodes#thatLeaveTheAnswerToThePlugin")
  void countRefusedCalls(final Node node) {
    node.asked("[7]");

    assertThat(Scrape.of(node).value(REFUSED)).isEqualTo(1);
    assertThat(Scrape.of(node).value(LAST)).isEqualTo(0);
  }

  @ParameterizedTest
  @MethodSource("io.besuplugins.clientversion.Nodes#onMergeNetworks")
  void stayBoundedAndCleanWhateverCallersSay(final Node node) {
    for (int i = 0; i < 100; i++) {
      node.asked(
          "[{\"code\":\"LH\",\"name\":\"a\\n\\u202e\\\"b\\\\\",\"version\":\"v%d\",\"commit\":\"\"}]"
              .formatted(i));
    }

    final List<String> series = Scrape.of(node).series(CALLS);
    assertThat(series).hasSize(17).noneMatch(line -> line.contains("\u202e"));
    assertThat(Scrape.of(node).value(CALLS, "other", "other", "other", "other")).isEqualTo(84);
  }

  @ParameterizedTest
  @MethodSource("io.besuplugins.clientversion.Nodes#onMergeNetworks")
  void loseNoCallOfManyConnections(final Node node) {
    node.engine()
        .calls("engine_getClientVersionV1", HostileInput.NEW_IDENTITY_ON_EVERY_CALL.params(), 32);

    final Scrape scrape = Scrape.of(node);
    assertThat(scrape.series(CALLS)).hasSize(17);
    assertThat(scrape.sum(CALLS)).isEqualTo(2_000);
    assertThat(scrape.value(CALLS, "other", "other", "other", "other")).isEqualTo(1_984);
  }

  @ParameterizedTest
  @MethodSource("io.besuplugins.clientversion.Nodes#setupsThatLeaveTheAnswerToThePlugin")
  void areNotNeededForThePluginToWork(final NodeSetup setup) {
    try (Node node = setup.with("--metrics-category=JVM").start()) {
      Caller.LIGHTHOUSE.asks(node);

      assertThat(Scrape.of(node).series(CALLS)).isEmpty();
      assertThat(node.log().saidByPlugin()).anyMatch(line -> line.contains("Lighthouse"));
      assertThat(node.log().troublesAbout("clientversion")).isEmpty();
    }
  }
}
