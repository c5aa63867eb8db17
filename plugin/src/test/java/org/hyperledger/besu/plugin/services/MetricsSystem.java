// SPDX-License-Identifier: Apache-2.0
package org.hyperledger.besu.plugin.services;

import java.util.function.DoubleSupplier;
import org.hyperledger.besu.plugin.services.metrics.Counter;
import org.hyperledger.besu.plugin.services.metrics.LabelledGauge;
import org.hyperledger.besu.plugin.services.metrics.LabelledMetric;
import org.hyperledger.besu.plugin.services.metrics.LabelledSuppliedMetric;
import org.hyperledger.besu.plugin.services.metrics.MetricCategory;

/** Takes the place of the plugin API's type in tests, and has the methods of all releases. */
public interface MetricsSystem extends BesuService {

  Counter createCounter(MetricCategory category, String name, String help);

  LabelledMetric<Counter> createLabelledCounter(
      MetricCategory category, String name, String help, String... labelNames);

  void createGauge(MetricCategory category, String name, String help, DoubleSupplier valueSupplier);

  /** 24.4.0 to 25.5.0. */
  LabelledGauge createLabelledGauge(
      MetricCategory category, String name, String help, String... labelNames);

  /** 24.12.0 and newer. */
  LabelledSuppliedMetric createLabelledSuppliedGauge(
      MetricCategory category, String name, String help, String... labelNames);
}
