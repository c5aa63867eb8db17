// SPDX-License-Identifier: Apache-2.0
package io.besuplugins.clientversion.besu;

import java.lang.reflect.Method;
import java.util.function.DoubleSupplier;
import org.hyperledger.besu.plugin.services.MetricsSystem;
import org.hyperledger.besu.plugin.services.metrics.MetricCategory;

/** A gauge with labels, for which Besu's releases have two methods. */
@FunctionalInterface
public interface LabelledGauge {

  /** Adds the series with these label values, whose value is read on every scrape. */
  void addSeries(DoubleSupplier value, String... labelValues);

  /**
   * Creates a gauge in Besu's metrics system.
   *
   * @param name must not end in {@code _info}, which Besu 24.12.0 and newer reject
   * @throws IllegalStateException if this release has no gauges with labels
   */
  static LabelledGauge create(
      final MetricsSystem metrics,
      final MetricCategory category,
      final String name,
      final String help,
      final String... labelNames) {
    try {
      return metrics.createLabelledSuppliedGauge(category, name, help, labelNames)::labels;
    } catch (final NoSuchMethodError e) {
      return createUntil24Point10(metrics, category, name, help, labelNames);
    }
  }

  /** Calls by name what the plugin API does not have any more since Besu 25.6.0. */
  private static LabelledGauge createUntil24Point10(
      final MetricsSystem metrics, final Object... categoryNameHelpAndLabelNames) {
    try {
      final Method create =
          MetricsSystem.class.getMethod(
              "createLabelledGauge",
              MetricCategory.class,
              String.class,
              String.class,
              String[].class);
      final Object gauge = create.invoke(metrics, categoryNameHelpAndLabelNames);
      final Method labels =
          create.getReturnType().getMethod("labels", DoubleSupplier.class, String[].class);
      return (value, labelValues) -> {
        try {
          labels.invoke(gauge, value, labelValues);
        } catch (final ReflectiveOperationException e) {
          throw new IllegalStateException("Cannot add a series to a labelled gauge", e);
        }
      };
    } catch (final ReflectiveOperationException e) {
      throw new IllegalStateException("Besu has no gauges with labels", e);
    }
  }
}
