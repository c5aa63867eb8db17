package org.hyperledger.besu.plugin.services.metrics;

import java.util.function.DoubleSupplier;

/** A gauge with labels, up to 25.5.0. */
public interface LabelledGauge {
  /** Adds a series. */
  void labels(DoubleSupplier valueSupplier, String... labelValues);
}
