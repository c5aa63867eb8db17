// SPDX-License-Identifier: Apache-2.0
package io.besuplugins.clientversion.besu;

import java.util.function.BiConsumer;
import java.util.function.DoubleSupplier;
import org.hyperledger.besu.plugin.services.MetricsSystem;
import org.hyperledger.besu.plugin.services.metrics.MetricCategory;

/** Creates gauges with labels, for which Besu's releases have two methods. */
public final class LabelledGauges {

  private LabelledGauges() {}

  /**
   * Creates a gauge, with {@code createLabelledSuppliedGauge} on Besu 24.12.0 and newer, with
   * {@code createLabelledGauge} before.
   *
   * @param name must not end in {@code _info}, which Besu 24.12.0 and newer reject
   * @return adds a series with these label values, whose value is read on every scrape
   */
  public static BiConsumer<DoubleSupplier, String[]> create(
      final MetricsSystem metrics,
      final MetricCategory category,
      final String name,
      final String help,
      final String... labelNames) {
    try {
      return metrics.createLabelledSuppliedGauge(category, name, help, labelNames)::labels;
    } catch (final NoSuchMethodError before24Point12) {
      return metrics.createLabelledGauge(category, name, help, labelNames)::labels;
    }
  }
}
