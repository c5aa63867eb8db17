// SPDX-License-Identifier: Apache-2.0
package org.hyperledger.besu.plugin.services.metrics;

import java.util.function.DoubleSupplier;

/** A supplied metric for each combination of label values; 24.12.0 and newer. */
public interface LabelledSuppliedMetric {

  /** Adds the metric for these label values; its value is read at each scrape. */
  void labels(DoubleSupplier valueSupplier, String... labelValues);
}
