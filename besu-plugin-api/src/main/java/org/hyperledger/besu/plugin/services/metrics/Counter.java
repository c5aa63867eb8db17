// SPDX-License-Identifier: Apache-2.0
package org.hyperledger.besu.plugin.services.metrics;

/** A metric that only grows. */
public interface Counter {

  /** Adds one. */
  void inc();

  /** Adds an amount. */
  void inc(long amount);
}
