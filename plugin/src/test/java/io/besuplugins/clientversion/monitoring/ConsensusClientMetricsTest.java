// SPDX-License-Identifier: Apache-2.0
package io.besuplugins.clientversion.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import io.besuplugins.clientversion.RecordingMetricsSystem;
import io.besuplugins.clientversion.besu.ModeReason;
import io.besuplugins.clientversion.client.ClientVersion;
import io.besuplugins.clientversion.client.ConsensusClientTracker;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ConsensusClientMetricsTest {

  private static final String CLIENT = "besu_rpc_consensus_client_";
  private static final String VERSION = CLIENT + "version";
  private static final String LAST_CALL = CLIENT + "last_call_timestamp_seconds";
  private static final String SINCE = CLIENT + "since_timestamp_seconds";
  private static final String CALLS = CLIENT + "calls_total";
  private static final String REJECTED = CLIENT + "rejected_calls_total";
  private static final String PLUGIN = "besu_rpc_client_version_plugin";

  private static final ClientVersion LIGHTHOUSE =
      new ClientVersion("LH", "Lighthouse", "v5.3.0", "0dd215c2");
  private static final ClientVersion UPGRADED =
      new ClientVersion("LH", "Lighthouse", "v8.1.3", "67da0321");
  private static final ClientVersion TEKU = new ClientVersion("TK", "teku", "v26.8.0", "87fa8ca7");
  private static final List<String> OTHER = List.of("other", "other", "other", "other");

  private final RecordingMetricsSystem system =
      new RecordingMetricsSystem(RecordingMetricsSystem.Api.SINCE_24_12);
  private final ConsensusClientMetrics metrics =
      new ConsensusClientMetrics("1.0.0", ModeReason.NOT_STARTED);
  private Instant now = Instant.parse("2026-11-21T03:00:00.999Z");
  private final ConsensusClientTracker tracker = new ConsensusClientTracker(() -> now, metrics);

  @ParameterizedTest
  @EnumSource
  void createsAllMetricsWithEachPluginApi(final RecordingMetricsSystem.Api api) {
    final RecordingMetricsSystem either = new RecordingMetricsSystem(api);
    metrics.bindTo(either);

    assertThat(either.labelNames)
        .containsOnlyKeys(VERSION, LAST_CALL, SINCE, CALLS, REJECTED, PLUGIN);
    for (final String metric : List.of(VERSION, LAST_CALL, CALLS)) {
      assertThat(either.labelNames.get(metric))
          .containsExactly("code", "name", "version", "commit");
      assertThat(either.read(metric)).as("before the first call").isEmpty();
    }
    assertThat(either.labelNames.get(PLUGIN)).containsExactly("mode", "reason", "version");
    assertThat(either.read(PLUGIN)).isEqualTo(Map.of(List.of("OFF", "not_started", "1.0.0"), 1.0));
    assertThat(either.read(SINCE)).isEqualTo(Map.of(List.of(), 0.0));
    assertThat(either.read(REJECTED)).isEqualTo(Map.of(List.of(), 0.0));

    call(LIGHTHOUSE);
    assertThat(either.read(VERSION)).isEqualTo(Map.of(labels(LIGHTHOUSE), 1.0));
    assertThat(either.read(LAST_CALL)).containsOnlyKeys(labels(LIGHTHOUSE));
  }

  @Test
  void countsCallsAndShowsTheTimeOfTheLastOneByClient() {
    metrics.bindTo(system);
    call(LIGHTHOUSE);
    final double first = now.toEpochMilli() / 1000.0;
    call(LIGHTHOUSE);
    tracker.recordRejectedCall("invalid");
    tracker.recordUnidentifiedCall("none");

    assertThat(system.read(CALLS)).isEqualTo(Map.of(labels(LIGHTHOUSE), 2.0));
    assertThat(system.read(LAST_CALL)).isEqualTo(Map.of(labels(LIGHTHOUSE), first + 60));
    assertThat(system.read(SINCE)).isEqualTo(Map.of(List.of(), first));
    assertThat(system.read(REJECTED)).isEqualTo(Map.of(List.of(), 1.0));
  }

  @Test
  void exactlyOneClientIsCurrent() {
    metrics.bindTo(system);
    for (final ClientVersion client :
        List.of(LIGHTHOUSE, UPGRADED, TEKU, UPGRADED, TEKU, UPGRADED, TEKU)) {
      call(client);
      assertCurrent(labels(client));
    }
    assertThat(system.read(VERSION))
        .containsOnlyKeys(labels(LIGHTHOUSE), labels(UPGRADED), labels(TEKU));
  }

  @Test
  void allClientsBeyondSixteenShareOneSeries() {
    metrics.bindTo(system);
    for (int i = 0; i < 40; i++) {
      call(client(i));
      assertCurrent(i < 16 ? labels(client(i)) : OTHER);
    }

    assertThat(system.read(CALLS))
        .hasSize(17)
        .containsEntry(OTHER, 24.0)
        .containsEntry(labels(client(15)), 1.0);
    call(client(15));
    assertCurrent(labels(client(15)));
    assertThat(system.read(VERSION)).containsEntry(OTHER, 0.0);
    call(client(39));
    assertCurrent(OTHER);
  }

  @Test
  void publishesTheNumbersOfCallsBeforeItWasBound() {
    for (int i = 0; i < 20; i++) {
      call(client(i));
    }
    metrics.onRejectedCall("invalid");
    metrics.bindTo(system);
    call(client(0));
    call(client(19));
    tracker.recordRejectedCall("invalid");

    assertThat(system.read(CALLS))
        .hasSize(17)
        .containsEntry(labels(client(0)), 2.0)
        .containsEntry(OTHER, 5.0);
    assertThat(system.read(REJECTED)).isEqualTo(Map.of(List.of(), 2.0));
  }

  /** As Besu does when an Ephemery node starts anew. */
  @ParameterizedTest
  @EnumSource
  void publishesTheSameNumbersWhenItIsBoundAgain(final RecordingMetricsSystem.Api api) {
    final RecordingMetricsSystem again = new RecordingMetricsSystem(api);
    metrics.bindTo(again);
    call(LIGHTHOUSE);
    tracker.recordRejectedCall("invalid");
    metrics.bindTo(again);
    call(LIGHTHOUSE);
    tracker.recordRejectedCall("invalid");

    assertThat(again.read(CALLS)).isEqualTo(Map.of(labels(LIGHTHOUSE), 2.0));
    assertThat(again.read(REJECTED)).isEqualTo(Map.of(List.of(), 2.0));
    assertThat(again.read(VERSION)).isEqualTo(Map.of(labels(LIGHTHOUSE), 1.0));
  }

  @Test
  void showsWhyThePluginIsInItsModeAlsoWhenThatChanges() {
    metrics.setReason(ModeReason.MERGE_FLAG_SET);
    metrics.bindTo(system);
    assertThat(system.read(PLUGIN))
        .isEqualTo(Map.of(List.of("OBSERVE", "merge_flag_set", "1.0.0"), 1.0));

    metrics.setReason(ModeReason.CANNOT_OBSERVE);
    metrics.setReason(ModeReason.CANNOT_OBSERVE);
    assertThat(system.read(PLUGIN))
        .isEqualTo(
            Map.of(
                List.of("OBSERVE", "merge_flag_set", "1.0.0"), 0.0,
                List.of("OFF", "cannot_observe", "1.0.0"), 1.0));
  }

  /** The value of this series is 1, that of all others 0, and the client is current since now. */
  private void assertCurrent(final List<String> labels) {
    assertThat(system.read(VERSION))
        .allSatisfy((other, value) -> assertThat(value).isEqualTo(other.equals(labels) ? 1.0 : 0.0))
        .containsKey(labels);
    assertThat(system.read(SINCE).get(List.of())).isEqualTo(now.toEpochMilli() / 1000.0);
  }

  /** Calls a minute after the call before. */
  private void call(final ClientVersion client) {
    now = now.plusSeconds(60);
    tracker.recordCall(client);
  }

  private static ClientVersion client(final int version) {
    return new ClientVersion("LH", "Lighthouse", "v" + version, "");
  }

  private static List<String> labels(final ClientVersion client) {
    return List.of(client.code(), client.name(), client.version(), client.commit());
  }
}
