package io.besuplugins.clientversion.operator;

import static org.assertj.core.api.Assertions.assertThat;

import io.besuplugins.clientversion.identification.ClientVersion;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.DoubleSupplier;
import org.hyperledger.besu.plugin.services.MetricsSystem;
import org.hyperledger.besu.plugin.services.metrics.Counter;
import org.hyperledger.besu.plugin.services.metrics.LabelledMetric;
import org.hyperledger.besu.plugin.services.metrics.MetricCategory;
import org.junit.jupiter.api.Test;

class ConsensusClientMetricsTest {

  private static final String CALLS = "besu_rpc_consensus_client_calls_total";
  private static final ClientVersion LIGHTHOUSE =
      new ClientVersion("LH", "Lighthouse", "v5.3.0", "0dd215c2");
  private static final Instant NOW = Instant.parse("2026-11-21T03:00:00.999Z");

  private final Scrape scrape = new Scrape();
  private final ConsensusClientMetrics metrics = new ConsensusClientMetrics();

  @Test
  void countsByIdentity() {
    metrics.publish(scrape);
    metrics.called(LIGHTHOUSE, NOW);
    metrics.called(LIGHTHOUSE, NOW);

    assertThat(scrape.counters).containsEntry(CALLS + "[LH, Lighthouse, v5.3.0, 0dd215c2]", 2L);
    assertThat(scrape.labelNames).isEqualTo("[code, name, version, commit]");
  }

  @Test
  void countsCallsThatCameBeforeTheMetricsSystem() {
    metrics.called(LIGHTHOUSE, NOW);
    metrics.called(LIGHTHOUSE, NOW);
    metrics.refused();
    metrics.publish(scrape);
    metrics.called(LIGHTHOUSE, NOW);
    metrics.refused();

    assertThat(scrape.counters)
        .containsEntry(CALLS + "[LH, Lighthouse, v5.3.0, 0dd215c2]", 3L)
        .containsEntry("besu_rpc_consensus_client_refused_calls_total", 2L);
  }

  @Test
  void countsTheSeventeenthIdentityAndAllLaterOnesAsOther() {
    metrics.publish(scrape);
    for (int i = 0; i < 2_000; i++) {
      metrics.called(new ClientVersion("LH", "Lighthouse", "v" + i, ""), NOW);
    }
    metrics.called(new ClientVersion("LH", "Lighthouse", "v15", ""), NOW);

    assertThat(scrape.counters.keySet().stream().filter(name -> name.startsWith(CALLS)))
        .hasSize(17);
    assertThat(scrape.counters)
        .containsEntry(CALLS + "[other, other, other, other]", 1_984L)
        .containsEntry(CALLS + "[LH, Lighthouse, v15, ]", 2L);
  }

  @Test
  void keepsTheLimitForCallsThatCameBeforeTheMetricsSystem() {
    for (int i = 0; i < 20; i++) {
      metrics.called(new ClientVersion("LH", "Lighthouse", "v" + i, ""), NOW);
    }
    metrics.publish(scrape);
    metrics.called(new ClientVersion("LH", "Lighthouse", "v19", ""), NOW);

    assertThat(scrape.counters).containsEntry(CALLS + "[other, other, other, other]", 5L);
  }

  @Test
  void tellsTheTimeOfTheLastCallInSeconds() {
    metrics.publish(scrape);
    assertThat(scrape.gauges.values()).singleElement().returns(0.0, DoubleSupplier::getAsDouble);

    metrics.called(LIGHTHOUSE, NOW);
    metrics.refused();

    assertThat(scrape.gauges.get("besu_rpc_consensus_client_last_call_timestamp_seconds"))
        .returns((double) NOW.getEpochSecond(), DoubleSupplier::getAsDouble);
  }

  @Test
  void startsWithNoRefusedCall() {
    metrics.publish(scrape);

    assertThat(scrape.counters)
        .containsExactly(Map.entry("besu_rpc_consensus_client_refused_calls_total", 0L));
  }

  /** A metrics system with Besu's rule for names. */
  private static final class Scrape implements MetricsSystem {

    private final Map<String, Long> counters = new TreeMap<>();
    private final Map<String, DoubleSupplier> gauges = new TreeMap<>();
    private String labelNames;

    @Override
    public Counter createCounter(
        final MetricCategory category, final String name, final String help) {
      return counter(fullName(category, name));
    }

    @Override
    public LabelledMetric<Counter> createLabelledCounter(
        final MetricCategory category,
        final String name,
        final String help,
        final String... names) {
      labelNames = List.of(names).toString();
      return labels -> counter(fullName(category, name) + List.of(labels));
    }

    @Override
    public void createGauge(
        final MetricCategory category,
        final String name,
        final String help,
        final DoubleSupplier value) {
      gauges.put(fullName(category, name), value);
    }

    private Counter counter(final String name) {
      counters.putIfAbsent(name, 0L);
      return new Counter() {
        @Override
        public void inc() {
          inc(1);
        }

        @Override
        public void inc(final long amount) {
          counters.merge(name, amount, Long::sum);
        }
      };
    }

    private static String fullName(final MetricCategory category, final String name) {
      return category.getApplicationPrefix().orElse("") + category.getName() + "_" + name;
    }
  }
}
