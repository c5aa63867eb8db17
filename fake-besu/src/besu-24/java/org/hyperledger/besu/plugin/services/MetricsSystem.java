// SPDX-License-Identifier: Apache-2.0
package org.hyperledger.besu.plugin.services;

import java.util.function.DoubleSupplier;
import org.hyperledger.besu.plugin.services.metrics.Counter;
import org.hyperledger.besu.plugin.services.metrics.LabelledGauge;
import org.hyperledger.besu.plugin.services.metrics.LabelledMetric;
import org.hyperledger.besu.plugin.services.metrics.MetricCategory;

/** Creates metrics; 24.4.0 to 24.10.0. */
public interface MetricsSystem extends BesuService {

  /** Creates a counter. */
  Counter createCounter(MetricCategory category, String name, String help);

  /** Creates a counter for each combination of label values. */
  LabelledMetric<Counter> createLabelledCounter(
      MetricCategory category, String name, String help, String... labelNames);

  /** Creates a gauge whose value is read at each scrape. */
  void createGauge(MetricCategory category, String name, String help, DoubleSupplier valueSupplier);

  /** Creates a gauge for each combination of label values. */
  LabelledGauge createLabelledGauge(
      MetricCategory category, String name, String help, String... labelNames);
}
