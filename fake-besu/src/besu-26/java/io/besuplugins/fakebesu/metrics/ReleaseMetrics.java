// SPDX-License-Identifier: Apache-2.0
package io.besuplugins.fakebesu.metrics;

import java.util.Collection;
import org.hyperledger.besu.plugin.services.metrics.LabelledSuppliedMetric;
import org.hyperledger.besu.plugin.services.metrics.MetricCategory;

/** Gauges with labels as in 24.12.0 and newer. */
public final class ReleaseMetrics extends PrometheusMetrics {

  /** Metrics of the categories that the operator names, or none at all. */
  public ReleaseMetrics(final boolean isEnabled, final Collection<String> categories) {
    super(isEnabled, categories);
  }

  @Override
  public LabelledSuppliedMetric createLabelledSuppliedGauge(
      final MetricCategory category,
      final String name,
      final String help,
      final String... labelNames) {
    return createGauge(category, name, help, labelNames)::addSeries;
  }
}
