package io.besuplugins.clientversion.standin.shape;

import io.besuplugins.clientversion.standin.metrics.MetricName;
import io.besuplugins.clientversion.standin.metrics.MetricsPort;
import io.besuplugins.clientversion.standin.metrics.SilentMetrics;
import io.prometheus.metrics.core.datapoints.CounterDataPoint;
import io.prometheus.metrics.core.datapoints.DistributionDataPoint;
import io.prometheus.metrics.core.metrics.GaugeWithCallback;
import io.prometheus.metrics.core.metrics.Summary;
import io.prometheus.metrics.exporter.httpserver.HTTPServer;
import io.prometheus.metrics.model.registry.Collector;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.DoubleSupplier;
import org.hyperledger.besu.plugin.services.MetricsSystem;
import org.hyperledger.besu.plugin.services.metrics.Counter;
import org.hyperledger.besu.plugin.services.metrics.LabelledMetric;
import org.hyperledger.besu.plugin.services.metrics.MetricCategory;
import org.hyperledger.besu.plugin.services.metrics.OperationTimer;

/**
 * Metrics through the Prometheus client of releases 24.12.0 and later. A counter or timer that
 * exists is given again; a gauge that exists is replaced.
 */
public final class Metrics implements MetricsSystem {

  private final PrometheusRegistry registry = new PrometheusRegistry();
  private final Map<String, LabelledMetric<Counter>> counters = new ConcurrentHashMap<>();
  private final Map<String, LabelledMetric<OperationTimer>> timers = new ConcurrentHashMap<>();
  private final Map<String, Collector> gauges = new ConcurrentHashMap<>();
  private final AtomicReference<HTTPServer> server = new AtomicReference<>();
  private final SilentMetrics silent = new SilentMetrics();
  private final Set<String> enabledCategories;

  /**
   * No metrics yet.
   *
   * @param enabledCategories the names of the categories that are on
   */
  public Metrics(final Set<String> enabledCategories) {
    this.enabledCategories = enabledCategories;
  }

  /**
   * Opens the port for metrics.
   *
   * @param port where and for whom
   * @return when it is open
   */
  public CompletionStage<?> open(final MetricsPort port) {
    try {
      server.set(MetricsServer.open(port, registry));
      return CompletableFuture.completedFuture(null);
    } catch (final IOException e) {
      return CompletableFuture.failedFuture(e);
    }
  }

  /** Closes the port for metrics. */
  public void close() {
    Optional.ofNullable(server.getAndSet(null)).ifPresent(HTTPServer::stop);
  }

  @Override
  public LabelledMetric<Counter> createLabelledCounter(
      final MetricCategory category,
      final String name,
      final String help,
      final String... labelNames) {
    if (!isOn(category)) {
      return silent.createLabelledCounter(category, name, help, labelNames);
    }
    return counters.computeIfAbsent(
        MetricName.of(category, name), fullName -> counter(fullName, help, labelNames));
  }

  @Override
  public LabelledMetric<OperationTimer> createLabelledTimer(
      final MetricCategory category,
      final String name,
      final String help,
      final String... labelNames) {
    if (!isOn(category)) {
      return silent.createLabelledTimer(category, name, help, labelNames);
    }
    return timers.computeIfAbsent(
        MetricName.of(category, name), fullName -> timer(fullName, help, labelNames));
  }

  @Override
  public void createGauge(
      final MetricCategory category,
      final String name,
      final String help,
      final DoubleSupplier valueSupplier) {
    if (isOn(category)) {
      gauges.compute(
          MetricName.of(category, name),
          (fullName, old) -> {
            if (old != null) {
              registry.unregister(old);
            }
            return GaugeWithCallback.builder()
                .name(fullName)
                .help(help)
                .callback(callback -> callback.call(valueSupplier.getAsDouble()))
                .register(registry);
          });
    }
  }

  private boolean isOn(final MetricCategory category) {
    return enabledCategories.contains(category.getName());
  }

  private LabelledMetric<Counter> counter(
      final String fullName, final String help, final String... labelNames) {
    final io.prometheus.metrics.core.metrics.Counter counter =
        io.prometheus.metrics.core.metrics.Counter.builder()
            .name(fullName)
            .help(help)
            .labelNames(labelNames)
            .register(registry);
    return labels -> new OneCounter(counter.labelValues(labels));
  }

  private LabelledMetric<OperationTimer> timer(
      final String fullName, final String help, final String... labelNames) {
    final Summary summary =
        Summary.builder()
            .name(fullName)
            .help(help)
            .labelNames(labelNames)
            .quantile(0.5, 0.05)
            .quantile(0.99, 0.001)
            .register(registry);
    return labels -> {
      final DistributionDataPoint point = summary.labelValues(labels);
      return () -> point.startTimer()::observeDuration;
    };
  }

  private record OneCounter(CounterDataPoint point) implements Counter {

    @Override
    public void inc() {
      point.inc();
    }

    @Override
    public void inc(final long amount) {
      point.inc((double) amount);
    }
  }
}
