// SPDX-License-Identifier: Apache-2.0
package io.besuplugins.fakebesu.metrics;

import io.prometheus.client.Collector;
import io.prometheus.client.Collector.MetricFamilySamples.Sample;
import io.prometheus.client.CollectorRegistry;
import io.prometheus.client.exporter.common.TextFormat;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.DoubleSupplier;
import org.hyperledger.besu.plugin.services.metrics.Counter;
import org.hyperledger.besu.plugin.services.metrics.LabelledGauge;
import org.hyperledger.besu.plugin.services.metrics.LabelledMetric;
import org.hyperledger.besu.plugin.services.metrics.MetricCategory;

/** The Prometheus client of 24.2.0 to 24.10.0, served by Vert.x. */
public final class ReleaseMetrics extends PrometheusMetrics {

  private final CollectorRegistry registry = new CollectorRegistry();
  private final HttpServer server = Vertx.vertx().createHttpServer();

  /** Metrics of the categories that the operator names, or none at all. */
  public ReleaseMetrics(final boolean isEnabled, final Collection<String> categories) {
    super(isEnabled, categories);
  }

  /** Opens the port that Prometheus scrapes, and returns its number. */
  public int open(final int port) {
    server
        .requestHandler(
            request ->
                request
                    .response()
                    .putHeader("Content-Type", TextFormat.CONTENT_TYPE_004)
                    .end(scrape()))
        .listen(port, "127.0.0.1")
        .toCompletionStage()
        .toCompletableFuture()
        .join();
    return server.actualPort();
  }

  /** Closes the port. */
  public void close() {
    server.close().toCompletionStage().toCompletableFuture().join();
  }

  @Override
  public LabelledMetric<Counter> createLabelledCounter(
      final MetricCategory category,
      final String name,
      final String help,
      final String... labelNames) {
    if (!isEnabled(category)) {
      return labels -> AddingCounter.OF_DISABLED_CATEGORY;
    }
    final io.prometheus.client.Counter counter =
        io.prometheus.client.Counter.build(fullName(category, name), help)
            .labelNames(labelNames)
            .register(registry);
    return labels -> new AddingCounter(counter.labels(labels)::inc);
  }

  @Override
  public void createGauge(
      final MetricCategory category,
      final String name,
      final String help,
      final DoubleSupplier valueSupplier) {
    createLabelledGauge(category, name, help).labels(valueSupplier);
  }

  @Override
  public LabelledGauge createLabelledGauge(
      final MetricCategory category,
      final String name,
      final String help,
      final String... labelNames) {
    final Gauge gauge = new Gauge(fullName(category, name), help, List.of(labelNames));
    return isEnabled(category) ? gauge.register(registry) : gauge;
  }

  private String scrape() {
    final StringWriter text = new StringWriter();
    try {
      TextFormat.write004(text, registry.metricFamilySamples());
    } catch (final IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  private static final class Gauge extends Collector implements LabelledGauge {

    private final String name;
    private final String help;
    private final List<String> labelNames;
    private final List<Value> values = new CopyOnWriteArrayList<>();

    Gauge(final String name, final String help, final List<String> labelNames) {
      this.name = name;
      this.help = help;
      this.labelNames = labelNames;
    }

    @Override
    public void labels(final DoubleSupplier valueSupplier, final String... labelValues) {
      values.add(new Value(valueSupplier, List.of(labelValues)));
    }

    @Override
    public List<MetricFamilySamples> collect() {
      final List<Sample> samples =
          values.stream()
              .map(each -> new Sample(name, labelNames, each.labels, each.value.getAsDouble()))
              .toList();
      return List.of(new MetricFamilySamples(name, Type.GAUGE, help, samples));
    }

    private record Value(DoubleSupplier value, List<String> labels) {}
  }
}
