// SPDX-License-Identifier: Apache-2.0
package org.hyperledger.besu.plugin.services.metrics;

/** A metric for each combination of label values. */
public interface LabelledMetric<T> {

  /** The metric for these label values, in the order of the label names. */
  T labels(String... labels);
}
