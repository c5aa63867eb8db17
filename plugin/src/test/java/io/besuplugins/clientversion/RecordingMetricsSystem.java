// SPDX-License-Identifier: Apache-2.0
package io.besuplugins.clientversion;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.DoubleSupplier;
import java.util.stream.Collectors;
import org.hyperledger.besu.plugin.StartService;
import org.hyperledger.besu.plugin.services.MetricsSystem;
import org.hyperledger.besu.plugin.services.metrics.Counter;
import org.hyperledger.besu.plugin.services.metrics.LabelledGauge;
import org.hyperledger.besu.plugin.services.metrics.LabelledMetric;
import org.hyperledger.besu.plugin.services.metrics.LabelledSuppliedMetric;
import org.hyperledger.besu.plugin.services.metrics.MetricCategory;

/**
 * A metrics system whose series can be read. It rejects what Besu rejects: names with a reserved
 * suffix, and gauges whose series exists already.
 */
public final class RecordingMetricsSystem implements MetricsSystem, StartService {

  /** How Besu's releases differ. */
  public enum Api {
    /** Gauges with labels by another method; a counter that is created again starts at zero. */
    UNTIL_24_10,
    /** A counter that is created again is the same one. */
    SINCE_24_12
  }

  /** The names of each metric's labels by its full name. */
  public final Map<String, List<String>> labelNames = new ConcurrentHashMap<>();

  /** Called when a series is added; may throw. */
  public Runnable onAddSeries = () -> {};

  private final Api api;
  private final Map<String, Map<List<String>, DoubleSupplier>> series = new ConcurrentHashMap<>();
  private final Map<String, LabelledMetric<Counter>> counters = new ConcurrentHashMap<>();

  public RecordingMetricsSystem(final Api api) {
    this.api = api;
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
    if (api == Api.UNTIL_24_10) {
      return newCounter(category, name, names);
    }
    return counters.computeIfAbsent(name, first -> newCounter(category, name, names));
  }

  @Override
  public void createGauge(
      final MetricCategory category,
      final String name,
      final String help,
      final DoubleSupplier value) {
    final String metric = addMetric(category, name);
    series.get(metric).put(List.of(), value);
  }

  @Override
  public LabelledSuppliedMetric createLabelledSuppliedGauge(
      final MetricCategory category, final String name, final String help, final String... names) {
    if (api == Api.UNTIL_24_10) {
      throw new NoSuchMethodError("createLabelledSuppliedGauge");
    }
    final String metric = addMetric(category, name, names);
    return (value, labels) -> addSeries(metric, value, labels);
  }

  @Override
  public LabelledGauge createLabelledGauge(
      final MetricCategory category, final String name, final String help, final String... names) {
    final String metric = addMetric(category, name, names);
    return (value, labels) -> addSeries(metric, value, labels);
  }

  private LabelledMetric<Counter> newCounter(
      final MetricCategory category, final String name, final String... names) {
    final String metric = addMetric(category, name, names);
    final Map<List<String>, RecordingCounter> byLabels = new ConcurrentHashMap<>();
    return labels ->
        byLabels.computeIfAbsent(
            List.of(labels),
            values -> {
              final RecordingCounter counter = new RecordingCounter(new LongAdder());
              addSeries(metric, counter.sum::doubleValue, labels);
              return counter;
            });
  }

  private String addMetric(
      final MetricCategory category, final String name, final String... names) {
    if (name.matches(".*_(info|created|bucket)")) {
      throw new IllegalArgumentException("reserved suffix: " + name);
    }
    final String metric =
        category.getApplicationPrefix().orElse("") + category.getName() + "_" + name;
    labelNames.put(metric, List.of(names));
    series.put(metric, new ConcurrentHashMap<>());
    return metric;
  }

  private void addSeries(final String metric, final DoubleSupplier value, final String... labels) {
    onAddSeries.run();
    if (series.get(metric).put(List.of(labels), value) != null) {
      throw new IllegalStateException(metric + " has this series already");
    }
  }

  private record RecordingCounter(LongAdder sum) implements Counter {
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
