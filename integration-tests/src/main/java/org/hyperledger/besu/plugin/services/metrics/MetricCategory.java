package org.hyperledger.besu.plugin.services.metrics;

import java.util.Optional;

/** What metrics belong together, and the prefix of their names. */
public interface MetricCategory {

  /**
   * The category's name, the second part of the names of its metrics.
   *
   * @return the name
   */
  String getName();

  /**
   * The first part of the names of its metrics.
   *
   * @return the prefix, or nothing
   */
  Optional<String> getApplicationPrefix();
}
