package io.besuplugins.clientversion.operator;

import static org.assertj.core.api.Assertions.assertThat;

import io.besuplugins.clientversion.RecordedMetrics;
import io.besuplugins.clientversion.identification.ClientVersion;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleSupplier;
import org.junit.jupiter.api.Test;

class ConsensusClientMetricsTest {

  private static final String CALLS = "besu_rpc_consensus_client_calls_total";
  private static final ClientVersion LIGHTHOUSE =
      new ClientVersion("LH", "Lighthouse", "v5.3.0", "0dd215c2");
  private static final List<String> OTHER = List.of("other", "other", "other", "other");
  private static final Instant NOW = Instant.parse("2026-11-21T03:00:00.999Z");

  private final RecordedMetrics scrape = new RecordedMetrics();
  private final ConsensusClientMetrics metrics = new ConsensusClientMetrics();

  @Test
  void countsByIdentity() {
    metrics.publish(scrape);
    metrics.called(LIGHTHOUSE, NOW);
    metrics.called(LIGHTHOUSE, NOW);

    assertThat(scrape.byLabels(CALLS))
        .containsExactly(Map.entry(List.of("LH", "Lighthouse", "v5.3.0", "0dd215c2"), 2L));
    assertThat(scrape.labelNames()).containsExactly("code", "name", "version", "commit");
  }

  @Test
  void countsCallsThatCameBeforeTheMetricsSystem() {
    metrics.called(LIGHTHOUSE, NOW);
    metrics.called(LIGHTHOUSE, NOW);
    metrics.refused();
    metrics.publish(scrape);
    metrics.called(LIGHTHOUSE, NOW);
    metrics.refused();

    assertThat(scrape.byLabels(CALLS))
        .containsExactly(Map.entry(List.of("LH", "Lighthouse", "v5.3.0", "0dd215c2"), 3L));
    assertThat(scrape.counters())
        .containsExactly(Map.entry("besu_rpc_consensus_client_refused_calls_total", 2L));
  }

  @Test
  void countsTheSeventeenthIdentityAndAllLaterOnesAsOther() {
    metrics.publish(scrape);
    for (int i = 0; i < 2_000; i++) {
      metrics.called(new ClientVersion("LH", "Lighthouse", "v" + i, ""), NOW);
    }
    metrics.called(new ClientVersion("LH", "Lighthouse", "v15", ""), NOW);

    assertThat(scrape.byLabels(CALLS))
        .hasSize(17)
        .containsEntry(OTHER, 1_984L)
        .containsEntry(List.of("LH", "Lighthouse", "v15", ""), 2L);
  }

  @Test
  void keepsTheLimitForCallsThatCameBeforeTheMetricsSystem() {
    for (int i = 0; i < 20; i++) {
      metrics.called(new ClientVersion("LH", "Lighthouse", "v" + i, ""), NOW);
    }
    metrics.publish(scrape);
    metrics.called(new ClientVersion("LH", "Lighthouse", "v19", ""), NOW);

    assertThat(scrape.byLabels(CALLS)).containsEntry(OTHER, 5L);
  }

  @Test
  void tellsTheTimeOfTheLastCallInSeconds() {
    metrics.publish(scrape);
    assertThat(scrape.gauges().values()).singleElement().returns(0.0, DoubleSupplier::getAsDouble);

    metrics.called(LIGHTHOUSE, NOW);
    metrics.refused();

    assertThat(scrape.gauges().get("besu_rpc_consensus_client_last_call_timestamp_seconds"))
        .returns((double) NOW.getEpochSecond(), DoubleSupplier::getAsDouble);
  }

  @Test
  void startsWithNoRefusedCall() {
    metrics.publish(scrape);

    assertThat(scrape.counters())
        .containsExactly(Map.entry("besu_rpc_consensus_client_refused_calls_total", 0L));
    assertThat(scrape.byLabels(CALLS)).isEmpty();
  }
}
