package org.hyperledger.besu.plugin.services.metrics;

import java.util.function.DoubleSupplier;

/** A gauge with labels, from 24.12.0 on. */
public interface LabelledSuppliedMetric {
  /** Adds a series. */
  void labels(DoubleSupplier valueSupplier, String... labelValues);
}
