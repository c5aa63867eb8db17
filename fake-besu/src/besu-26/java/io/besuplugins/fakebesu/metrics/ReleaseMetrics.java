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
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.DoubleSupplier;
import org.hyperledger.besu.plugin.services.metrics.Counter;
import org.hyperledger.besu.plugin.services.metrics.LabelledMetric;
import org.hyperledger.besu.plugin.services.metrics.LabelledSuppliedMetric;
import org.hyperledger.besu.plugin.services.metrics.MetricCategory;

/**
 * The Prometheus client of 26.2.0 and newer, with its own server. A metric that is created again
 * with the same category object is the same counter, or replaces the gauge.
 */
public final class ReleaseMetrics extends PrometheusMetrics {

  private final PrometheusRegistry registry = new PrometheusRegistry();
  private final Map<Key, LabelledMetric<Counter>> counters = new HashMap<>();
  private final Map<Key, Collector> gauges = new HashMap<>();
  private HTTPServer server;

  /** Metrics of the categories that the operator names, or none at all. */
  public ReleaseMetrics(final boolean isEnabled, final Collection<String> categories) {
    super(isEnabled, categories);
  }

  /** Opens the port that Prometheus scrapes, and returns its number. */
  public int open(final int port) throws IOException {
    server =
        HTTPServer.builder().hostname("127.0.0.1").port(port).registry(registry).buildAndStart();
    return server.getPort();
  }

  /** Closes the port. */
  public void close() {
    if (server != null) {
      server.close();
    }
  }

  @Override
  public LabelledMetric<Counter> createLabelledCounter(
      final MetricCategory category,
      final String name,
      final String help,
      final String... labelNames) {
    return counters.computeIfAbsent(
        new Key(category, name),
        key -> {
          if (!isEnabled(category)) {
            return labels -> AddingCounter.OF_DISABLED_CATEGORY;
          }
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
  public void createGauge(
      final MetricCategory category,
      final String name,
      final String help,
      final DoubleSupplier valueSupplier) {
    createLabelledSuppliedGauge(category, name, help).labels(valueSupplier);
  }

  @Override
  public LabelledSuppliedMetric createLabelledSuppliedGauge(
      final MetricCategory category,
      final String name,
      final String help,
      final String... labelNames) {
    final List<Value> values = new CopyOnWriteArrayList<>();
    if (isEnabled(category)) {
      final GaugeWithCallback gauge =
          GaugeWithCallback.builder()
              .name(fullName(category, name))
              .help(help)
              .labelNames(labelNames)
              .callback(
                  callback ->
                      values.forEach(each -> callback.call(each.value.getAsDouble(), each.labels)))
              .build();
      final Collector earlier = gauges.put(new Key(category, name), gauge);
      if (earlier != null) {
        registry.unregister(earlier);
      }
      registry.register(gauge);
    }
    return (valueSupplier, labelValues) -> values.add(new Value(valueSupplier, labelValues));
  }

  private record Key(MetricCategory category, String name) {}

  private record Value(DoubleSupplier value, String... labels) {}
}
