package org.hyperledger.besu.plugin.services.metrics;

/** Counts up. */
public interface Counter {

  /** By one. */
  void inc();

  /** By that many. */
  void inc(long amount);
}
