package org.hyperledger.besu.plugin.services;

import java.util.function.DoubleSupplier;
import java.util.function.IntSupplier;
import java.util.function.LongSupplier;
import org.hyperledger.besu.plugin.services.metrics.Counter;
import org.hyperledger.besu.plugin.services.metrics.LabelledMetric;
import org.hyperledger.besu.plugin.services.metrics.MetricCategory;
import org.hyperledger.besu.plugin.services.metrics.OperationTimer;

/** Creates metrics; only the creators that every Besu release from 24.4.0 on has. */
public interface MetricsSystem extends BesuService {

  /**
   * Creates a counter.
   *
   * @param category the category
   * @param name the name, without the category's part
   * @param help what it counts
   * @return the counter
   */
  default Counter createCounter(
      final MetricCategory category, final String name, final String help) {
    return createLabelledCounter(category, name, help, new String[0]).labels();
  }

  /**
   * Creates a family of counters.
   *
   * @param category the category
   * @param name the name, without the category's part
   * @param help what they count
   * @param labelNames the names of the labels
   * @return the counters
   */
  LabelledMetric<Counter> createLabelledCounter(
      MetricCategory category, String name, String help, String... labelNames);

  /**
   * Creates a timer.
   *
   * @param category the category
   * @param name the name, without the category's part
   * @param help what it measures
   * @return the timer
   */
  default OperationTimer createTimer(
      final MetricCategory category, final String name, final String help) {
    return createLabelledTimer(category, name, help, new String[0]).labels();
  }

  /**
   * Creates a family of timers.
   *
   * @param category the category
   * @param name the name, without the category's part
   * @param help what they measure
   * @param labelNames the names of the labels
   * @return the timers
   */
  LabelledMetric<OperationTimer> createLabelledTimer(
      MetricCategory category, String name, String help, String... labelNames);

  /**
   * Creates a gauge that is read when metrics are asked for.
   *
   * @param category the category
   * @param name the name, without the category's part
   * @param help what it shows
   * @param valueSupplier reads the value
   */
  void createGauge(MetricCategory category, String name, String help, DoubleSupplier valueSupplier);

  /**
   * Creates a gauge of whole numbers.
   *
   * @param category the category
   * @param name the name, without the category's part
   * @param help what it shows
   * @param valueSupplier reads the value
   */
  default void createIntegerGauge(
      final MetricCategory category,
      final String name,
      final String help,
      final IntSupplier valueSupplier) {
    createGauge(category, name, help, valueSupplier::getAsInt);
  }

  /**
   * Creates a gauge of long whole numbers.
   *
   * @param category the category
   * @param name the name, without the category's part
   * @param help what it shows
   * @param valueSupplier reads the value
   */
  default void createLongGauge(
      final MetricCategory category,
      final String name,
      final String help,
      final LongSupplier valueSupplier) {
    createGauge(category, name, help, valueSupplier::getAsLong);
  }
}
