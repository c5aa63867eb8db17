// SPDX-License-Identifier: Apache-2.0
package io.besuplugins.clientversion;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.DoubleSupplier;
import java.util.stream.Collectors;
import org.hyperledger.besu.plugin.services.MetricsSystem;
import org.hyperledger.besu.plugin.services.metrics.Counter;
import org.hyperledger.besu.plugin.services.metrics.LabelledGauge;
import org.hyperledger.besu.plugin.services.metrics.LabelledMetric;
import org.hyperledger.besu.plugin.services.metrics.LabelledSuppliedMetric;
import org.hyperledger.besu.plugin.services.metrics.MetricCategory;

/**
 * A metrics system whose series can be read. It has one of the two methods for gauges with labels,
 * and rejects names with a reserved suffix, as Besu does, and a series that exists already.
 */
public final class RecordingMetricsSystem implements MetricsSystem {

  /** The names of each metric's labels by its full name. */
  public final Map<String, List<String>> labelNames = new ConcurrentHashMap<>();

  private final boolean hasSuppliedGauges;
  private final Map<String, Map<List<String>, DoubleSupplier>> series = new ConcurrentHashMap<>();

  /** With {@code createLabelledSuppliedGauge}, or else with {@code createLabelledGauge}. */
  public RecordingMetricsSystem(final boolean hasSuppliedGauges) {
    this.hasSuppliedGauges = hasSuppliedGauges;
  }

  /** The values of a metric by the values of its labels. */
  public Map<List<String>, Double> read(final String metric) {
    return series.get(metric).entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, one -> one.getValue().getAsDouble()));
  }

  @Override
  public Counter createCounter(
      final MetricCategory category, final String name, final String help) {
    return createLabelledCounter(category, name, help).labels();
  }

  @Override
  public LabelledMetric<Counter> createLabelledCounter(
      final MetricCategory category, final String name, final String help, final String... names) {
    final LabelledGauge counters = addMetric(category, name, names);
    return labels -> {
      final LongAdder sum = new LongAdder();
      counters.labels(sum::doubleValue, labels);
      return new Counter() {
        @Override
        public void inc() {
          sum.increment();
        }

        @Override
        public void inc(final long amount) {
          sum.add(amount);
        }
      };
    };
  }

  @Override
  public void createGauge(
      final MetricCategory category,
      final String name,
      final String help,
      final DoubleSupplier value) {
    addGauge(true, category, name).labels(value);
  }

  @Override
  public LabelledGauge createLabelledGauge(
      final MetricCategory category, final String name, final String help, final String... names) {
    return addGauge(!hasSuppliedGauges, category, name, names);
  }

  @Override
  public LabelledSuppliedMetric createLabelledSuppliedGauge(
      final MetricCategory category, final String name, final String help, final String... names) {
    return addGauge(hasSuppliedGauges, category, name, names)::labels;
  }

  private LabelledGauge addGauge(
      final boolean exists,
      final MetricCategory category,
      final String name,
      final String... names) {
    if (!exists) {
      throw new NoSuchMethodError("removed, or not there yet");
    }
    if (name.matches(".*_(total|info|created|bucket)")) {
      throw new IllegalArgumentException("reserved suffix: " + name);
    }
    return addMetric(category, name, names);
  }

  private LabelledGauge addMetric(
      final MetricCategory category, final String name, final String... names) {
    final String metric =
        category.getApplicationPrefix().orElse("") + category.getName() + "_" + name;
    labelNames.put(metric, List.of(names));
    series.put(metric, new ConcurrentHashMap<>());
    return (value, labels) -> {
      if (series.get(metric).put(List.of(labels), value) != null) {
        throw new IllegalStateException(metric + " has this series already");
      }
    };
  }
}
