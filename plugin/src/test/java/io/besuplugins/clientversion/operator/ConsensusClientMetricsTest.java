// SPDX-License-Identifier: Apache-2.0
package io.besuplugins.clientversion.operator;

import static org.assertj.core.api.Assertions.assertThat;

import io.besuplugins.clientversion.PluginHarness;
import io.besuplugins.clientversion.RecordingMetricsSystem;
import io.besuplugins.clientversion.identification.ClientVersion;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConsensusClientMetricsTest {

  private static final String CLIENT = "besu_rpc_consensus_client_";
  private static final String VERSION = CLIENT + "version";
  private static final String LAST_CALL = CLIENT + "last_call_timestamp_seconds";
  private static final String SINCE = CLIENT + "since_timestamp_seconds";
  private static final String CALLS = CLIENT + "calls_total";
  private static final String REFUSED = CLIENT + "refused_calls_total";
  private static final String PLUGIN = "besu_rpc_client_version_plugin";

  private static final ClientVersion LIGHTHOUSE =
      new ClientVersion("LH", "Lighthouse", "v5.3.0", "0dd215c2");
  private static final ClientVersion UPGRADED =
      new ClientVersion("LH", "Lighthouse", "v8.1.3", "67da0321");
  private static final ClientVersion TEKU = new ClientVersion("TK", "teku", "v26.8.0", "87fa8ca7");
  private static final List<String> OTHER = List.of("other", "other", "other", "other");

  private final PluginHarness plugin = new PluginHarness();
  private final RecordingMetricsSystem metrics = plugin.publishMetrics(true);

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void createsAllMetricsWithEitherMethodForLabelledGauges(final boolean hasSuppliedGauges) {
    final RecordingMetricsSystem either = plugin.publishMetrics(hasSuppliedGauges);

    assertThat(either.labelNames)
        .containsOnlyKeys(VERSION, LAST_CALL, SINCE, CALLS, REFUSED, PLUGIN);
    for (final String metric : List.of(VERSION, LAST_CALL, CALLS)) {
      assertThat(either.labelNames.get(metric))
          .containsExactly("code", "name", "version", "commit");
      assertThat(either.read(metric)).as("before the first call").isEmpty();
    }
    assertThat(either.labelNames.get(PLUGIN)).containsExactly("mode", "version");
    assertThat(either.read(PLUGIN)).isEqualTo(Map.of(List.of("ANSWER", "0.1.0"), 1.0));
    assertThat(either.read(SINCE)).isEqualTo(Map.of(List.of(), 0.0));
    assertThat(either.read(REFUSED)).isEqualTo(Map.of(List.of(), 0.0));

    call(LIGHTHOUSE);
    assertThat(either.read(VERSION)).isEqualTo(Map.of(labels(LIGHTHOUSE), 1.0));
    assertThat(either.read(LAST_CALL)).containsOnlyKeys(labels(LIGHTHOUSE));
  }

  @Test
  void countsCallsAndReportsTheTimeOfTheLastOneByClient() {
    call(LIGHTHOUSE);
    final double first = plugin.now.toEpochMilli() / 1000.0;
    call(LIGHTHOUSE);
    plugin.tracker.onRejectedCall("invalid");
    plugin.tracker.onMalformedCall("invalid");
    plugin.tracker.onAnonymousCall();

    assertThat(metrics.read(CALLS)).isEqualTo(Map.of(labels(LIGHTHOUSE), 2.0));
    assertThat(metrics.read(LAST_CALL)).isEqualTo(Map.of(labels(LIGHTHOUSE), first + 60));
    assertThat(metrics.read(SINCE)).isEqualTo(Map.of(List.of(), first));
    assertThat(metrics.read(REFUSED)).isEqualTo(Map.of(List.of(), 1.0));
  }

  @Test
  void exactlyOneSeriesIsOneAfterAnUpgradeAReplacementAndWhileClientsAlternate() {
    for (final ClientVersion client :
        List.of(LIGHTHOUSE, UPGRADED, TEKU, UPGRADED, TEKU, UPGRADED, TEKU)) {
      call(client);
      assertCurrent(labels(client));
    }
    assertThat(metrics.read(VERSION))
        .containsOnlyKeys(labels(LIGHTHOUSE), labels(UPGRADED), labels(TEKU));
  }

  @Test
  void sharesOneIdentityAmongAllClientsBeyondSixteen() {
    for (int i = 0; i < 40; i++) {
      call(client(i));
      assertCurrent(i < 16 ? labels(client(i)) : OTHER);
    }

    assertThat(metrics.read(CALLS))
        .hasSize(17)
        .containsEntry(OTHER, 24.0)
        .containsEntry(labels(client(15)), 1.0);
    call(client(15));
    assertCurrent(labels(client(15)));
    assertThat(metrics.read(VERSION)).containsEntry(OTHER, 0.0);
    call(client(39));
    assertCurrent(OTHER);
  }

  @Test
  void countsCallsBeforePublicationOnce() {
    for (int i = 0; i < 20; i++) {
      call(client(i));
    }
    plugin.tracker.onRejectedCall("invalid");
    final RecordingMetricsSystem later = plugin.publishMetrics(true);
    call(client(0));
    call(client(19));
    plugin.tracker.onRejectedCall("invalid");

    assertThat(later.read(CALLS))
        .hasSize(17)
        .containsEntry(labels(client(0)), 2.0)
        .containsEntry(OTHER, 5.0);
    assertThat(later.read(REFUSED)).isEqualTo(Map.of(List.of(), 2.0));
  }

  /** The value of this series is 1, that of all others 0, and the client is current since now. */
  private void assertCurrent(final List<String> labels) {
    assertThat(metrics.read(VERSION))
        .allSatisfy((other, value) -> assertThat(value).isEqualTo(other.equals(labels) ? 1.0 : 0.0))
        .containsKey(labels);
    assertThat(metrics.read(SINCE).get(List.of())).isEqualTo(plugin.now.toEpochMilli() / 1000.0);
  }

  /** Calls a minute after the call before. */
  private void call(final ClientVersion client) {
    plugin.now = plugin.now.plusSeconds(60);
    plugin.tracker.onCall(client);
  }

  private static ClientVersion client(final int version) {
    return new ClientVersion("LH", "Lighthouse", "v" + version, "");
  }

  private static List<String> labels(final ClientVersion client) {
    return List.of(client.code(), client.name(), client.version(), client.commit());
  }
}
