// SPDX-License-Identifier: Apache-2.0
package io.besuplugins.fakebesu.metrics;

import java.util.Collection;
import java.util.Set;
import java.util.function.LongConsumer;
import org.hyperledger.besu.plugin.services.MetricsSystem;
import org.hyperledger.besu.plugin.services.metrics.Counter;
import org.hyperledger.besu.plugin.services.metrics.MetricCategory;

/** Names metrics as Besu does, and says which categories are enabled. */
abstract class PrometheusMetrics implements MetricsSystem {

  /** Besu's own categories, enabled unless the operator names others. */
  private static final Set<String> DEFAULT_CATEGORIES =
      Set.of("blockchain", "ethereum", "jvm", "network", "peers", "process", "rpc", "synchronizer");

  private final boolean isEnabled;
  private final Collection<String> categories;

  /**
   * Metrics of some categories.
   *
   * @param categories what the operator names, in any case; none for Besu's default
   */
  PrometheusMetrics(final boolean isEnabled, final Collection<String> categories) {
    this.isEnabled = isEnabled;
    this.categories = categories;
  }

  @Override
  public final Counter createCounter(
      final MetricCategory category, final String name, final String help) {
    return createLabelledCounter(category, name, help).labels();
  }

  final boolean isEnabled(final MetricCategory category) {
    return isEnabled
        && (categories.isEmpty()
            ? DEFAULT_CATEGORIES.contains(category.getName())
            : categories.stream().anyMatch(category.getName()::equalsIgnoreCase));
  }

  static String fullName(final MetricCategory category, final String name) {
    return category.getApplicationPrefix().orElse("") + category.getName() + "_" + name;
  }

  /** A counter that adds to something. */
  record AddingCounter(LongConsumer adder) implements Counter {

    static final Counter OF_DISABLED_CATEGORY = new AddingCounter(amount -> {});

    @Override
    public void inc() {
      inc(1);
    }

    @Override
    public void inc(final long amount) {
      adder.accept(amount);
    }
  }
}
