// SPDX-License-Identifier: Apache-2.0
package io.besuplugins.fakebesu.metrics;

import io.prometheus.metrics.core.datapoints.CounterDataPoint;
import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.GaugeWithCallback;
import io.prometheus.metrics.exporter.httpserver.HTTPServer;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiConsumer;
import java.util.function.DoubleSupplier;
import java.util.function.Function;
import java.util.function.LongConsumer;
import org.hyperledger.besu.plugin.services.metrics.LabelledSuppliedMetric;
import org.hyperledger.besu.plugin.services.metrics.MetricCategory;

/** The Prometheus client of 26.2.0 and newer, with its own server. */
public final class ReleaseMetrics extends PrometheusMetrics {

  private final PrometheusRegistry registry = new PrometheusRegistry();

  /** Metrics of the categories that the operator names, or none at all. */
  public ReleaseMetrics(final boolean isEnabled, final Collection<String> categories) {
    super(isEnabled, categories);
  }

  @Override
  public void open(final int port) throws IOException {
    HTTPServer.builder().hostname("127.0.0.1").port(port).registry(registry).buildAndStart();
  }

  @Override
  protected Function<String[], LongConsumer> counter(
      final String name, final String help, final String... labelNames) {
    final Counter counter =
        Counter.builder().name(name).help(help).labelNames(labelNames).register(registry);
    return labels -> {
      final CounterDataPoint point = counter.labelValues(labels);
      return point::inc;
    };
  }

  @Override
  protected BiConsumer<DoubleSupplier, String[]> gauge(
      final String name, final String help, final String... labelNames) {
    final List<Value> values = new CopyOnWriteArrayList<>();
    GaugeWithCallback.builder()
        .name(name)
        .help(help)
        .labelNames(labelNames)
        .callback(
            callback ->
                values.forEach(value -> callback.call(value.supplier.getAsDouble(), value.labels)))
        .register(registry);
    return (supplier, labels) -> values.add(new Value(supplier, labels));
  }

  /** Creates a gauge with labels. */
  @Override
  public LabelledSuppliedMetric createLabelledSuppliedGauge(
      final MetricCategory category,
      final String name,
      final String help,
      final String... labelNames) {
    return labelledGauge(category, name, help, labelNames)::accept;
  }

  private record Value(DoubleSupplier supplier, String... labels) {}
}
