// SPDX-License-Identifier: Apache-2.0
package io.besuplugins.fakebesu.metrics;

import java.io.IOException;
import java.util.Collection;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.DoubleSupplier;
import java.util.function.Function;
import java.util.function.LongConsumer;
import java.util.function.Predicate;
import org.hyperledger.besu.plugin.services.MetricsSystem;
import org.hyperledger.besu.plugin.services.metrics.Counter;
import org.hyperledger.besu.plugin.services.metrics.LabelledMetric;
import org.hyperledger.besu.plugin.services.metrics.MetricCategory;

/** Names metrics as Besu does, and creates those of enabled categories only. */
public abstract class PrometheusMetrics implements MetricsSystem {

  /** Besu's own categories, enabled unless the operator names others. */
  private static final Set<String> DEFAULT_CATEGORIES =
      Set.of("blockchain", "ethereum", "jvm", "network", "peers", "process", "rpc", "synchronizer");

  private final Predicate<String> isCategoryEnabled;

  /**
   * Metrics of some categories.
   *
   * @param categories what the operator names, in any case; none for Besu's default
   */
  protected PrometheusMetrics(final boolean isEnabled, final Collection<String> categories) {
    this.isCategoryEnabled =
        name ->
            isEnabled
                && (categories.isEmpty()
                    ? DEFAULT_CATEGORIES.contains(name)
                    : categories.stream().anyMatch(name::equalsIgnoreCase));
  }

  /** Opens the port that Prometheus scrapes. */
  public abstract void open(int port) throws IOException;

  /** Registers a counter; what is returned adds to the one with the given label values. */
  protected abstract Function<String[], LongConsumer> counter(
      String name, String help, String... labelNames);

  /** Registers a gauge; what is returned adds label values and where their value comes from. */
  protected abstract BiConsumer<DoubleSupplier, String[]> gauge(
      String name, String help, String... labelNames);

  @Override
  public final Counter createCounter(
      final MetricCategory category, final String name, final String help) {
    return createLabelledCounter(category, name, help).labels();
  }

  @Override
  public final LabelledMetric<Counter> createLabelledCounter(
      final MetricCategory category,
      final String name,
      final String help,
      final String... labelNames) {
    final Function<String[], LongConsumer> counters =
        isEnabled(category)
            ? counter(fullName(category, name), help, labelNames)
            : labels -> amount -> {};
    return labels -> new OneCounter(counters.apply(labels));
  }

  @Override
  public final void createGauge(
      final MetricCategory category,
      final String name,
      final String help,
      final DoubleSupplier valueSupplier) {
    labelledGauge(category, name, help).accept(valueSupplier, new String[0]);
  }

  /** A gauge with labels, under whatever name the release's plugin API creates it. */
  protected final BiConsumer<DoubleSupplier, String[]> labelledGauge(
      final MetricCategory category,
      final String name,
      final String help,
      final String... labelNames) {
    return isEnabled(category)
        ? gauge(fullName(category, name), help, labelNames)
        : (valueSupplier, labels) -> {};
  }

  private boolean isEnabled(final MetricCategory category) {
    return isCategoryEnabled.test(category.getName());
  }

  private static String fullName(final MetricCategory category, final String name) {
    return category.getApplicationPrefix().orElse("") + category.getName() + "_" + name;
  }

  private record OneCounter(LongConsumer adder) implements Counter {

    @Override
    public void inc() {
      inc(1);
    }

    @Override
    public void inc(final long amount) {
      adder.accept(amount);
    }
  }
}
