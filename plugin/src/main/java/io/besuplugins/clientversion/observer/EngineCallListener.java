// SPDX-License-Identifier: Apache-2.0
package io.besuplugins.clientversion.observer;

/** Receives the calls of {@code engine_getClientVersionV1} that Besu serves. */
public interface EngineCallListener {

  /**
   * Besu is about to serve a call. Several threads may call this at once.
   *
   * @param params as Jackson's untyped objects (maps, lists, strings); null if there are none
   */
  void onCall(Object[] params);

  /** Calls cannot be observed any more, because log4j's new configuration rejects the filter. */
  void onObservingFailed(Throwable failure);
}
