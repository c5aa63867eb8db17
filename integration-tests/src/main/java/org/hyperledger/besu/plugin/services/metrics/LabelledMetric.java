package org.hyperledger.besu.plugin.services.metrics;

/**
 * A family of metrics that differ in the values of their labels.
 *
 * @param <T> the metric
 */
public interface LabelledMetric<T> {

  /**
   * The member of the family with these label values.
   *
   * @param labels one value for each label name
   * @return the metric
   */
  T labels(String... labels);
}
