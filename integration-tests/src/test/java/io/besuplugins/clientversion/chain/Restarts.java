// SPDX-License-Identifier: Apache-2.0
package io.besuplugins.clientversion.chain;

import static org.awaitility.Awaitility.await;

import io.besuplugins.clientversion.dsl.chain.Chain;
import io.besuplugins.clientversion.dsl.metrics.MetricsScrape;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.function.DoubleSupplier;
import org.awaitility.core.ConditionTimeoutException;

/**
 * Restarts after which Teku calls {@code engine_getClientVersionV1} and names Besu.
 *
 * <p>Teku gives up after one second, and calls again only after the next restart. A busy machine
 * may take longer, so a restart is repeated.
 */
record Restarts(Chain chain) {

  private static final Duration LIMIT = Duration.ofMinutes(1);
  private static final int MAX_ATTEMPTS = 5;

  void ofBesuWithoutPlugin() {
    repeat(
        () -> {
          chain.restartBesu();
          return -1;
        });
  }

  /** Waits until the plugin has recorded a call, too. */
  void ofBesu() {
    repeat(
        () -> {
          chain.restartBesu();
          return 0;
        });
  }

  /** Waits until the plugin has recorded another call, too. */
  void ofTeku() {
    repeat(
        () -> {
          chain.teku().stop();
          final double calls = recordedCalls();
          chain.teku().start();
          return calls;
        });
  }

  /**
   * Repeats a restart.
   *
   * @param restart returns how many calls the plugin had recorded before
   */
  private void repeat(final DoubleSupplier restart) {
    for (int attempt = 1; attempt <= MAX_ATTEMPTS; attempt++) {
      if (tekuNamesBesuAfterMoreCallsThan(restart.getAsDouble())) {
        return;
      }
    }
    throw new AssertionError(
        "After %d restarts, the plugin has recorded %.0f calls, and Teku reports %s"
            .formatted(MAX_ATTEMPTS, recordedCalls(), chain.teku().executionClient()));
  }

  private boolean tekuNamesBesuAfterMoreCallsThan(final double number) {
    try {
      await()
          .atMost(LIMIT)
          .ignoreException(UncheckedIOException.class)
          .until(
              () ->
                  recordedCalls() > number
                      && chain.teku().executionClient().equals(chain.versionOfBesu()));
      return true;
    } catch (final ConditionTimeoutException e) {
      return false;
    }
  }

  /** How many calls the plugin has recorded since Besu's last start; 0 without the plugin. */
  private double recordedCalls() {
    return MetricsScrape.of(chain.besu()).sum(MetricsScrape.CALLS);
  }
}
