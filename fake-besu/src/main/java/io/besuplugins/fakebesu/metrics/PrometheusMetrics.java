// SPDX-License-Identifier: Apache-2.0
package io.besuplugins.fakebesu.metrics;

import io.prometheus.metrics.core.metrics.GaugeWithCallback;
import io.prometheus.metrics.exporter.httpserver.HTTPServer;
import io.prometheus.metrics.model.registry.Collector;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.io.IOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.DoubleSupplier;
import java.util.function.LongConsumer;
import org.hyperledger.besu.plugin.services.MetricsSystem;
import org.hyperledger.besu.plugin.services.metrics.Counter;
import org.hyperledger.besu.plugin.services.metrics.LabelledMetric;
import org.hyperledger.besu.plugin.services.metrics.MetricCategory;

/**
 * The metrics of a node. A metric that is created again with the same category object is the same
 * counter, or replaces the gauge.
 */
abstract class PrometheusMetrics implements MetricsSystem {

  /** Besu's own categories, enabled unless the operator names others. */
  private static final Set<String> DEFAULT_CATEGORIES =
      Set.of("blockchain", "ethereum", "jvm", "network", "peers", "process", "rpc", "synchronizer");

  private final PrometheusRegistry registry = new PrometheusRegistry();
  private final Map<Key, LabelledMetric<Counter>> counters = new HashMap<>();
  private final Map<Key, Collector> gauges = new HashMap<>();
  private final boolean isEnabled;
  private final Collection<String> categories;
  private HTTPServer server;

  /**
   * Metrics of some categories.
   *
   * @param categories what the operator names, in any case; none for Besu's default
   */
  PrometheusMetrics(final boolean isEnabled, final Collection<String> categories) {
    this.isEnabled = isEnabled;
    this.categories = categories;
  }

  /** Opens the port that Prometheus scrapes, and returns its number. */
  public final int open(final int port) throws IOException {
    server =
        HTTPServer.builder().hostname("127.0.0.1").port(port).registry(registry).buildAndStart();
    return server.getPort();
  }

  /** Closes the port. */
  public final void close() {
    if (server != null) {
      server.close();
    }
  }

  @Override
  public final Counter createCounter(
      final MetricCategory category, final String name, final String help) {
    return createLabelledCounter(category, name, help).labels();
  }

  @Override
  public final LabelledMetric<Counter> createLabelledCounter(
      final MetricCategory category,
      final String name,
      final String help,
      final String... labelNames) {
    if (!isEnabled(category)) {
      return labels -> new AddingCounter(amount -> {});
    }
    return counters.computeIfAbsent(
        new Key(category, name),
        key -> {
          final var counter =
              io.prometheus.metrics.core.metrics.Counter.builder()
                  .name(fullName(category, name))
                  .help(help)
                  .labelNames(labelNames)
                  .register(registry);
          return labels -> new AddingCounter(counter.labelValues(labels)::inc);
        });
  }

  @Override
  public final void createGauge(
      final MetricCategory category,
      final String name,
      final String help,
      final DoubleSupplier valueSupplier) {
    createGauge(category, name, help, new String[0]).addSeries(valueSupplier);
  }

  /** Creates a gauge with labels, for which the releases have different methods. */
  final Gauge createGauge(
      final MetricCategory category,
      final String name,
      final String help,
      final String... labelNames) {
    final Gauge gauge = new Gauge(new CopyOnWriteArrayList<>());
    if (isEnabled(category)) {
      final Collector collector =
          GaugeWithCallback.builder()
              .name(fullName(category, name))
              .help(help)
              .labelNames(labelNames)
              .callback(gauge::read)
              .build();
      final Collector earlier = gauges.put(new Key(category, name), collector);
      if (earlier != null) {
        registry.unregister(earlier);
      }
      registry.register(collector);
    }
    return gauge;
  }

  private boolean isEnabled(final MetricCategory category) {
    return isEnabled
        && (categories.isEmpty()
            ? DEFAULT_CATEGORIES.contains(category.getName())
            : categories.stream().anyMatch(category.getName()::equalsIgnoreCase));
  }

  private static String fullName(final MetricCategory category, final String name) {
    return category.getApplicationPrefix().orElse("") + category.getName() + "_" + name;
  }

  /** A gauge whose values are read at each scrape. */
  record Gauge(List<Series> series) {

    void addSeries(final DoubleSupplier value, final String... labels) {
      series.add(new Series(value, labels));
    }

    private void read(final GaugeWithCallback.Callback callback) {
      series.forEach(each -> callback.call(each.value.getAsDouble(), each.labels));
    }
  }

  private record Series(DoubleSupplier value, String... labels) {}

  private record Key(MetricCategory category, String name) {}

  private record AddingCounter(LongConsumer adder) implements Counter {

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
