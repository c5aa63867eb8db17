package io.besuplugins.clientversion;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.DoubleSupplier;
import org.hyperledger.besu.plugin.services.MetricsSystem;
import org.hyperledger.besu.plugin.services.metrics.Counter;
import org.hyperledger.besu.plugin.services.metrics.LabelledMetric;
import org.hyperledger.besu.plugin.services.metrics.MetricCategory;

/** A metrics system with Besu's rule for names, which keeps what a scrape would print. */
public final class RecordedMetrics implements MetricsSystem {

  private final Map<String, Long> counters = new TreeMap<>();
  private final Map<String, Map<List<String>, Long>> labelled = new TreeMap<>();
  private final Map<String, DoubleSupplier> gauges = new TreeMap<>();
  private List<String> labelNames = List.of();

  /** Counters without labels by their full names. */
  public Map<String, Long> counters() {
    return counters;
  }

  /** What a counter with labels counted, by the values of its labels. */
  public Map<List<String>, Long> byLabels(final String fullName) {
    return labelled.getOrDefault(fullName, Map.of());
  }

  /** Gauges by their full names. */
  public Map<String, DoubleSupplier> gauges() {
    return gauges;
  }

  /** The names of the labels of the latest counter with labels. */
  public List<String> labelNames() {
    return labelNames;
  }

  @Override
  public Counter createCounter(
      final MetricCategory category, final String name, final String help) {
    return counter(counters, fullName(category, name));
  }

  @Override
  public LabelledMetric<Counter> createLabelledCounter(
      final MetricCategory category, final String name, final String help, final String... names) {
    labelNames = List.of(names);
    final Map<List<String>, Long> counts = new HashMap<>();
    labelled.put(fullName(category, name), counts);
    return labels -> counter(counts, List.of(labels));
  }

  @Override
  public void createGauge(
      final MetricCategory category,
      final String name,
      final String help,
      final DoubleSupplier value) {
    gauges.put(fullName(category, name), value);
  }

  private static <K> Counter counter(final Map<K, Long> counts, final K key) {
    counts.putIfAbsent(key, 0L);
    return new Counter() {
      @Override
      public void inc() {
        inc(1);
      }

      @Override
      public void inc(final long amount) {
        counts.merge(key, amount, Long::sum);
      }
    };
  }

  private static String fullName(final MetricCategory category, final String name) {
    return category.getApplicationPrefix().orElse("") + category.getName() + "_" + name;
  }
}
