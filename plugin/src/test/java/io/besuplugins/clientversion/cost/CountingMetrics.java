package io.besuplugins.clientversion.cost;

import java.util.concurrent.atomic.LongAdder;
import java.util.function.DoubleSupplier;
import org.hyperledger.besu.plugin.services.MetricsSystem;
import org.hyperledger.besu.plugin.services.metrics.Counter;
import org.hyperledger.besu.plugin.services.metrics.LabelledMetric;
import org.hyperledger.besu.plugin.services.metrics.MetricCategory;

/** Counts as Prometheus' Java client does, and shows it to nobody. */
final class CountingMetrics implements MetricsSystem {

  @Override
  public Counter createCounter(
      final MetricCategory category, final String name, final String help) {
    return new Adder(new LongAdder());
  }

  @Override
  public LabelledMetric<Counter> createLabelledCounter(
      final MetricCategory category,
      final String name,
      final String help,
      final String... labelNames) {
    return labels -> new Adder(new LongAdder());
  }

  @Override
  public void createGauge(
      final MetricCategory category,
      final String name,
      final String help,
      final DoubleSupplier valueSupplier) {}

  private record Adder(LongAdder sum) implements Counter {

    @Override
    public void inc() {
      sum.increment();
    }

    @Override
    public void inc(final long amount) {
      sum.add(amount);
    }
  }
}
