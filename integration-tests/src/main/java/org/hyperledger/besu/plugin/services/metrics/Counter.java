package org.hyperledger.besu.plugin.services.metrics;

/** A number that only grows. */
public interface Counter {

  /** Adds one. */
  void inc();

  /**
   * Adds an amount.
   *
   * @param amount the amount
   */
  void inc(long amount);
}
