// SPDX-License-Identifier: Apache-2.0
package io.besuplugins.clientversion.benchmarks;

import java.util.concurrent.atomic.LongAdder;
import java.util.function.DoubleSupplier;
import org.hyperledger.besu.plugin.services.MetricsSystem;
import org.hyperledger.besu.plugin.services.metrics.Counter;
import org.hyperledger.besu.plugin.services.metrics.LabelledMetric;
import org.hyperledger.besu.plugin.services.metrics.LabelledSuppliedMetric;
import org.hyperledger.besu.plugin.services.metrics.MetricCategory;

/** Counts like Prometheus' Java client and exposes nothing. */
final class CountingMetricsSystem implements MetricsSystem {

  @Override
  public Counter createCounter(
      final MetricCategory category, final String name, final String help) {
    return new AdderCounter(new LongAdder());
  }

  @Override
  public LabelledMetric<Counter> createLabelledCounter(
      final MetricCategory category,
      final String name,
      final String help,
      final String... labelNames) {
    return labels -> new AdderCounter(new LongAdder());
  }

  @Override
  public void createGauge(
      final MetricCategory category,
      final String name,
      final String help,
      final DoubleSupplier valueSupplier) {}

  @Override
  public LabelledSuppliedMetric createLabelledSuppliedGauge(
      final MetricCategory category,
      final String name,
      final String help,
      final String... labelNames) {
    return (value, labels) -> {};
  }

  private record AdderCounter(LongAdder sum) implements Counter {

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
