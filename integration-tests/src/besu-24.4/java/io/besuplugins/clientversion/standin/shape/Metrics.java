package io.besuplugins.clientversion.standin.shape;

import io.besuplugins.clientversion.standin.metrics.MetricName;
import io.besuplugins.clientversion.standin.metrics.MetricsPort;
import io.besuplugins.clientversion.standin.metrics.SilentMetrics;
import io.prometheus.client.Collector;
import io.prometheus.client.Collector.MetricFamilySamples.Sample;
import io.prometheus.client.CollectorRegistry;
import io.prometheus.client.Summary;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.DoubleSupplier;
import org.hyperledger.besu.plugin.services.MetricsSystem;
import org.hyperledger.besu.plugin.services.metrics.Counter;
import org.hyperledger.besu.plugin.services.metrics.LabelledMetric;
import org.hyperledger.besu.plugin.services.metrics.MetricCategory;
import org.hyperledger.besu.plugin.services.metrics.OperationTimer;

/**
 * Metrics through the Prometheus client of releases 24.4.0 to 24.10.0. A counter or timer that
 * exists is given again; a gauge that exists is replaced.
 */
public final class Metrics implements MetricsSystem {

  private final CollectorRegistry registry = new CollectorRegistry(true);
  private final Map<String, LabelledMetric<Counter>> counters = new ConcurrentHashMap<>();
  private final Map<String, LabelledMetric<OperationTimer>> timers = new ConcurrentHashMap<>();
  private final Map<String, Collector> gauges = new ConcurrentHashMap<>();
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
    return MetricsRoute.open(port, registry);
  }

  /** Nothing to close: the port goes with Vert.x. */
  public void close() {}

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
            return new Gauge(fullName, help, valueSupplier).register(registry);
          });
    }
  }

  private boolean isOn(final MetricCategory category) {
    return enabledCategories.contains(category.getName());
  }

  private LabelledMetric<Counter> counter(
      final String fullName, final String help, final String... labelNames) {
    final io.prometheus.client.Counter counter =
        io.prometheus.client.Counter.build(fullName, help)
            .labelNames(labelNames)
            .register(registry);
    return labels -> {
      final io.prometheus.client.Counter.Child child = counter.labels(labels);
      return new Counter() {
        @Override
        public void inc() {
          child.inc();
        }

        @Override
        public void inc(final long amount) {
          child.inc(amount);
        }
      };
    };
  }

  private LabelledMetric<OperationTimer> timer(
      final String fullName, final String help, final String... labelNames) {
    final Summary summary =
        Summary.build(fullName, help)
            .quantile(0.5, 0.05)
            .quantile(0.99, 0.001)
            .labelNames(labelNames)
            .register(registry);
    return labels -> {
      final Summary.Child child = summary.labels(labels);
      return () -> child.startTimer()::observeDuration;
    };
  }

  private static final class Gauge extends Collector {

    private final String fullName;
    private final String help;
    private final DoubleSupplier value;

    Gauge(final String fullName, final String help, final DoubleSupplier value) {
      this.fullName = fullName;
      this.help = help;
      this.value = value;
    }

    @Override
    public List<MetricFamilySamples> collect() {
      final Sample sample = new Sample(fullName, List.of(), List.of(), value.getAsDouble());
      return List.of(new MetricFamilySamples(fullName, Type.GAUGE, help, List.of(sample)));
    }
  }
}
