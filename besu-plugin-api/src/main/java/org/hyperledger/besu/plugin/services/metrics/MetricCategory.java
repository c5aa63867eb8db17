package org.hyperledger.besu.plugin.services.metrics;

import java.util.Optional;

/** A group of metrics that operators switch on and off by its name. */
public interface MetricCategory {

  /** The name, which also begins the name of each metric. */
  String getName();

  /** What stands before that in Prometheus. */
  Optional<String> getApplicationPrefix();
}
