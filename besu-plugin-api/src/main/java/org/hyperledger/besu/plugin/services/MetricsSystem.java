package org.hyperledger.besu.plugin.services;

import java.util.function.DoubleSupplier;
import org.hyperledger.besu.plugin.services.metrics.Counter;
import org.hyperledger.besu.plugin.services.metrics.LabelledGauge;
import org.hyperledger.besu.plugin.services.metrics.LabelledMetric;
import org.hyperledger.besu.plugin.services.metrics.LabelledSuppliedMetric;
import org.hyperledger.besu.plugin.services.metrics.MetricCategory;

/** Creates metrics; a service from {@code start()} on, and harmless where metrics are off. */
public interface MetricsSystem extends BesuService {

  /** A counter; its name has to end in {@code _total} to print the same on every release. */
  Counter createCounter(MetricCategory category, String name, String help);

  /** A counter for each combination of label values. */
  LabelledMetric<Counter> createLabelledCounter(
      MetricCategory category, String name, String help, String... labelNames);

  /** A gauge that asks for its value at each scrape. */
  void createGauge(MetricCategory category, String name, String help, DoubleSupplier valueSupplier);

  /** A gauge with labels, up to 25.5.0. */
  LabelledGauge createLabelledGauge(
      MetricCategory category, String name, String help, String... labelNames);

  /** A gauge with labels, from 24.12.0 on. */
  LabelledSuppliedMetric createLabelledSuppliedGauge(
      MetricCategory category, String name, String help, String... labelNames);
}
