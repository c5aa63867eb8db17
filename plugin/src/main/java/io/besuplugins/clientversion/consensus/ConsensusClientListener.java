// SPDX-License-Identifier: Apache-2.0
package io.besuplugins.clientversion.consensus;

import io.besuplugins.clientversion.identification.ClientVersion;
import java.util.List;

/**
 * Receives what the {@link ConsensusClientTracker} finds out, one event at a time and in the order
 * of the calls. By default an event is ignored.
 */
public interface ConsensusClientListener {

  /** Calls were counted under an identity: each new one, and all earlier ones to a new listener. */
  default void onCalls(final ClientVersion identity, final long count) {}

  /** Rejected calls were counted: each new one, and all earlier ones to a new listener. */
  default void onRejectedCalls(final long count) {}

  /** The first client since the node started called. */
  default void onFirstSeen(final ClientVersion client) {}

  /** A client with the same code called with another version or build. */
  default void onUpgraded(final ClientVersion from, final ClientVersion to) {}

  /** A client other than the current one called. */
  default void onReplaced(final ClientVersion from, final ClientVersion to) {}

  /** Several clients, the most recent caller last, call alternately; not repeated while they do. */
  default void onAlternating(final List<ClientVersion> clients) {}

  /** A client's code is not in the specification's list; reported once for each code. */
  default void onUnlistedCode(final ClientVersion client) {}

  /** The rate limit has kept this many new clients from being reported since the node started. */
  default void onNewClientsSuppressed(final long suppressed) {}

  /** A client that has been reported called again and nothing has changed. */
  default void onRepeatedCall(final ClientVersion client) {}

  /** A caller did not identify itself. */
  default void onAnonymousCall() {}

  /** Besu answered a call whose parameters are invalid; the reason quotes nothing of them. */
  default void onMalformedCall(final String reason) {}

  /** The plugin rejected a call whose parameters are invalid; the reason quotes nothing of them. */
  default void onRejectedCall(final String reason) {}
}
