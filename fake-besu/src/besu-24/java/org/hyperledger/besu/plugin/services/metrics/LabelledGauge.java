// SPDX-License-Identifier: Apache-2.0
package org.hyperledger.besu.plugin.services.metrics;

import java.util.function.DoubleSupplier;

/** A gauge for each combination of label values; 24.4.0 to 25.5.0. */
public interface LabelledGauge {

  /** Adds the gauge for these label values; its value is read at each scrape. */
  void labels(DoubleSupplier valueSupplier, String... labelValues);
}
