// SPDX-License-Identifier: Apache-2.0
package io.besuplugins.clientversion;

import java.util.List;
import java.util.Map;
import java.util.Set;
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
 * and rejects what Besu rejects: reserved suffixes, and a series that exists already.
 */
public final class RecordingMetricsSystem implements MetricsSystem {

  private final boolean hasSuppliedGauges;
  private final Map<String, List<String>> labelNames = new ConcurrentHashMap<>();
  private final Map<String, Map<List<String>, DoubleSupplier>> series = new ConcurrentHashMap<>();

  /** With {@code createLabelledSuppliedGauge}, or else with {@code createLabelledGauge}. */
  public RecordingMetricsSystem(final boolean hasSuppliedGauges) {
    this.hasSuppliedGauges = hasSuppliedGauges;
  }

  /** The full names of all metrics. */
  public Set<String> names() {
    return labelNames.keySet();
  }

  /** The names of a metric's labels. */
  public List<String> labelNames(final String metric) {
    return labelNames.get(metric);
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
    final String metric = addMetric(category, name, names);
    return labels -> {
      final LongAdder sum = new LongAdder();
      addSeries(metric, sum::doubleValue, labels);
      return new AdderCounter(sum);
    };
  }

  @Override
  public void createGauge(
      final MetricCategory category,
      final String name,
      final String help,
      final DoubleSupplier value) {
    addSeries(addGauge(category, name), value);
  }

  @Override
  public LabelledGauge createLabelledGauge(
      final MetricCategory category, final String name, final String help, final String... names) {
    if (hasSuppliedGauges) {
      throw new NoSuchMethodError("createLabelledGauge");
    }
    final String metric = addGauge(category, name, names);
    return (value, labels) -> addSeries(metric, value, labels);
  }

  @Override
  public LabelledSuppliedMetric createLabelledSuppliedGauge(
      final MetricCategory category, final String name, final String help, final String... names) {
    if (!hasSuppliedGauges) {
      throw new NoSuchMethodError("createLabelledSuppliedGauge");
    }
    final String metric = addGauge(category, name, names);
    return (value, labels) -> addSeries(metric, value, labels);
  }

  private String addGauge(final MetricCategory category, final String name, final String... names) {
    if (name.matches(".*_(total|info|created|bucket)")) {
      throw new IllegalArgumentException("reserved suffix: " + name);
    }
    return addMetric(category, name, names);
  }

  private String addMetric(
      final MetricCategory category, final String name, final String... names) {
    final String metric =
        category.getApplicationPrefix().orElse("") + category.getName() + "_" + name;
    labelNames.put(metric, List.of(names));
    series.put(metric, new ConcurrentHashMap<>());
    return metric;
  }

  private void addSeries(final String metric, final DoubleSupplier value, final String... labels) {
    if (series.get(metric).put(List.of(labels), value) != null) {
      throw new IllegalStateException(metric + " has this series already");
    }
  }

  private record AdderCounter(LongAdder sum) implements Counter {

    @Override
    public void inc() {
      inc(1);
    }

    @Override
    public void inc(final long amount) {
      sum.add(amount);
    }
  }
}
