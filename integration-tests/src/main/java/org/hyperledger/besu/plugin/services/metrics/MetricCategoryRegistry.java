package org.hyperledger.besu.plugin.services.metrics;

import org.hyperledger.besu.plugin.services.BesuService;

/** Lets a plugin make a metric category of its own known to the command line. */
public interface MetricCategoryRegistry extends BesuService {

  /**
   * Makes a category known.
   *
   * @param newMetricCategory the category
   */
  void addMetricCategory(MetricCategory newMetricCategory);
}
