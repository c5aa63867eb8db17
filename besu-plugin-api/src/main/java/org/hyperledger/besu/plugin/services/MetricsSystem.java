// SPDX-License-Identifier: Apache-2.0
package org.hyperledger.besu.plugin.services;

import java.util.function.DoubleSupplier;
import org.hyperledger.besu.plugin.services.metrics.Counter;
import org.hyperledger.besu.plugin.services.metrics.LabelledMetric;
import org.hyperledger.besu.plugin.services.metrics.LabelledSuppliedMetric;
import org.hyperledger.besu.plugin.services.metrics.MetricCategory;

/** Creates metrics; a service from {@code start()} on. */
public interface MetricsSystem extends BesuService {

  /** A counter. Its name must end in {@code _total} to be printed alike on every release. */
  Counter createCounter(MetricCategory category, String name, String help);

  /** A counter for each combination of label values. */
  LabelledMetric<Counter> createLabelledCounter(
      MetricCategory category, String name, String help, String... labelNames);

  /** A gauge whose value is read at each scrape. */
  void createGauge(MetricCategory category, String name, String help, DoubleSupplier valueSupplier);

  /**
   * A gauge for each combination of label values; 24.12.0 and newer.
   *
   * @throws IllegalArgumentException if the name ends in {@code _info}
   */
  LabelledSuppliedMetric createLabelledSuppliedGauge(
      MetricCategory category, String name, String help, String... labelNames);
}
