package org.hyperledger.besu.plugin.services.metrics;

import java.io.Closeable;

/** Measures how long something takes. */
public interface OperationTimer {

  /**
   * Starts the clock.
   *
   * @return what stops it
   */
  TimingContext startTimer();

  /** A running clock. */
  interface TimingContext extends Closeable {

    /**
     * Stops the clock.
     *
     * @return the seconds it ran
     */
    double stopTimer();

    @Override
    default void close() {
      stopTimer();
    }
  }
}
