// SPDX-License-Identifier: Apache-2.0
package io.besuplugins.clientversion.consensus;

import io.besuplugins.clientversion.identification.ClientVersion;
import java.util.List;

/**
 * Receives what the {@link ConsensusClientTracker} finds out, one event at a time and in the order
 * of the calls.
 */
public interface ConsensusClientListener {

  /** The first client since the node started called. */
  void onFirstSeen(ClientVersion client);

  /** A client with the same code called with another version or build. */
  void onUpgraded(ClientVersion from, ClientVersion to);

  /** A client other than the current one called. */
  void onReplaced(ClientVersion from, ClientVersion to);

  /** Several clients, the most recent caller last, call alternately; not repeated while they do. */
  void onAlternating(List<ClientVersion> clients);

  /** A client's code is not in the specification's list; reported once for each code. */
  void onUnlistedCode(ClientVersion client);

  /** The rate limit has kept this many new clients from being reported since the node started. */
  void onNewClientsSuppressed(long suppressed);

  /** A client that has been reported called again and nothing has changed. */
  void onRepeatedCall(ClientVersion client);

  /** A caller did not identify itself. */
  void onAnonymousCall();

  /** Besu answered a call whose parameters are invalid; the reason quotes nothing of them. */
  void onMalformedCall(String reason);

  /** The plugin rejected a call whose parameters are invalid; the reason quotes nothing of them. */
  void onRejectedCall(String reason);
}
