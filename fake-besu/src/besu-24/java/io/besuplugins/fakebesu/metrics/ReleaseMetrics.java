// SPDX-License-Identifier: Apache-2.0
package io.besuplugins.fakebesu.metrics;

import java.util.Collection;
import org.hyperledger.besu.plugin.services.metrics.LabelledGauge;
import org.hyperledger.besu.plugin.services.metrics.MetricCategory;

/** Gauges with labels as in 24.4.0 to 24.10.0. */
public final class ReleaseMetrics extends PrometheusMetrics {

  /** Metrics of the categories that the operator names, or none at all. */
  public ReleaseMetrics(final boolean isEnabled, final Collection<String> categories) {
    super(isEnabled, categories);
  }

  @Override
  public LabelledGauge createLabelledGauge(
      final MetricCategory category,
      final String name,
      final String help,
      final String... labelNames) {
    return createGauge(category, name, help, labelNames)::addSeries;
  }
}
