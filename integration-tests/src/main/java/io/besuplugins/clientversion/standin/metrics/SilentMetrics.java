package io.besuplugins.clientversion.standin.metrics;

import java.util.function.DoubleSupplier;
import org.hyperledger.besu.plugin.services.MetricsSystem;
import org.hyperledger.besu.plugin.services.metrics.Counter;
import org.hyperledger.besu.plugin.services.metrics.LabelledMetric;
import org.hyperledger.besu.plugin.services.metrics.MetricCategory;
import org.hyperledger.besu.plugin.services.metrics.OperationTimer;

/** Metrics that go nowhere: what Besu gives when metrics or their category are off, never null. */
public final class SilentMetrics implements MetricsSystem {

  private static final Counter COUNTER =
      new Counter() {
        @Override
        public void inc() {}

        @Override
        public void inc(final long amount) {}
      };

  private static final OperationTimer TIMER = () -> () -> 0;

  @Override
  public LabelledMetric<Counter> createLabelledCounter(
      final MetricCategory category,
      final String name,
      final String help,
      final String... labelNames) {
    return labels -> same(labels, labelNames, COUNTER);
  }

  @Override
  public LabelledMetric<OperationTimer> createLabelledTimer(
      final MetricCategory category,
      final String name,
      final String help,
      final String... labelNames) {
    return labels -> same(labels, labelNames, TIMER);
  }

  @Override
  public void createGauge(
      final MetricCategory category,
      final String name,
      final String help,
      final DoubleSupplier valueSupplier) {}

  private static <T> T same(final String[] labels, final String[] labelNames, final T metric) {
    if (labels.length != labelNames.length) {
      throw new IllegalArgumentException("The count of labels used must match the count expected.");
    }
    return metric;
  }
}
