// SPDX-License-Identifier: Apache-2.0
package io.besuplugins.clientversion.client;

/**
 * Receives the events of a {@link ConsensusClientTracker}, one at a time and in the order of the
 * calls. What it throws affects neither the call nor other listeners.
 */
public interface ConsensusClientListener {

  /** A consensus client called and identified itself. */
  void onCall(ConsensusClientCall call);

  /** A caller did not identify itself; the reason quotes nothing that it sent. */
  default void onUnidentifiedCall(final String reason) {}

  /** A call was rejected because of its parameters; the reason quotes nothing of them. */
  default void onRejectedCall(final String reason) {}

  /** A call could not be recorded, or a listener failed. */
  default void onFailure(final Throwable failure) {}
}
