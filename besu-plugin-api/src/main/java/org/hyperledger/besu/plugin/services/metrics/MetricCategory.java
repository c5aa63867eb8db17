// SPDX-License-Identifier: Apache-2.0
package org.hyperledger.besu.plugin.services.metrics;

import java.util.Optional;

/** A group of metrics that operators switch on and off by its name. */
public interface MetricCategory {

  /** The category's name, the second part of its metrics' names. */
  String getName();

  /** The first part of its metrics' names in Prometheus. */
  Optional<String> getApplicationPrefix();
}
