package org.hyperledger.besu.plugin.services.metrics;

/** A metric for each combination of label values. */
public interface LabelledMetric<T> {

  /** The one for these values, in the order of the label names. */
  T labels(String... labels);
}
