// SPDX-License-Identifier: Apache-2.0
package io.besuplugins.fakebesu.metrics;

import io.prometheus.client.Collector;
import io.prometheus.client.Collector.MetricFamilySamples.Sample;
import io.prometheus.client.CollectorRegistry;
import io.prometheus.client.Counter;
import io.prometheus.client.exporter.common.TextFormat;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiConsumer;
import java.util.function.DoubleSupplier;
import java.util.function.Function;
import java.util.function.LongConsumer;
import org.hyperledger.besu.plugin.services.metrics.LabelledGauge;
import org.hyperledger.besu.plugin.services.metrics.MetricCategory;

/** The Prometheus client of 24.2.0 to 24.10.0, served by Vert.x. */
public final class ReleaseMetrics extends PrometheusMetrics {

  private final CollectorRegistry registry = new CollectorRegistry();

  /** Metrics of the categories that the operator names, or none at all. */
  public ReleaseMetrics(final boolean isEnabled, final Collection<String> categories) {
    super(isEnabled, categories);
  }

  @Override
  public void open(final int port) {
    Vertx.vertx()
        .createHttpServer()
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
  }

  @Override
  protected Function<String[], LongConsumer> counter(
      final String name, final String help, final String... labelNames) {
    final Counter counter = Counter.build(name, help).labelNames(labelNames).register(registry);
    return labels -> {
      final Counter.Child child = counter.labels(labels);
      return child::inc;
    };
  }

  @Override
  protected BiConsumer<DoubleSupplier, String[]> gauge(
      final String name, final String help, final String... labelNames) {
    return new Gauge(name, help, List.of(labelNames)).<Gauge>register(registry)::add;
  }

  /** Creates a gauge with labels. */
  @Override
  public LabelledGauge createLabelledGauge(
      final MetricCategory category,
      final String name,
      final String help,
      final String... labelNames) {
    return labelledGauge(category, name, help, labelNames)::accept;
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

  private static final class Gauge extends Collector {

    private final String name;
    private final String help;
    private final List<String> labelNames;
    private final List<Value> values = new CopyOnWriteArrayList<>();

    Gauge(final String name, final String help, final List<String> labelNames) {
      this.name = name;
      this.help = help;
      this.labelNames = labelNames;
    }

    void add(final DoubleSupplier supplier, final String... labels) {
      values.add(new Value(supplier, List.of(labels)));
    }

    @Override
    public List<MetricFamilySamples> collect() {
      return List.of(
          new MetricFamilySamples(
              name,
              Type.GAUGE,
              help,
              values.stream()
                  .map(
                      value ->
                          new Sample(name, labelNames, value.labels, value.supplier.getAsDouble()))
                  .toList()));
    }

    private record Value(DoubleSupplier supplier, List<String> labels) {}
  }
}
