package io.besuplugins.clientversion.standin.metrics;

import org.hyperledger.besu.plugin.services.metrics.MetricCategory;

/** Besu's rule for the full name of a metric. */
public final class MetricName {

  private MetricName() {}

  /**
   * The full name.
   *
   * @param category the category
   * @param name the name within it
   * @return such as {@code besu_rpc_active_http_connection_count}
   */
  public static String of(final MetricCategory category, final String name) {
    return category.getApplicationPrefix().orElse("") + category.getName() + "_" + name;
  }
}
