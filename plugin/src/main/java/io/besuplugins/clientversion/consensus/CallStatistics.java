// SPDX-License-Identifier: Apache-2.0
package io.besuplugins.clientversion.consensus;

import io.besuplugins.clientversion.identification.ClientVersion;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.function.LongConsumer;
import java.util.function.ObjLongConsumer;

/**
 * The calls since the node started, in the form that metrics need: per client, for at most 16
 * clients. All further clients share the identity {@link #OTHER}, because a label set cannot be
 * removed and a caller can claim any number of identities.
 *
 * <p>Thread-safe.
 */
public final class CallStatistics {

  /** The identity of all clients beyond the first 16. */
  public static final ClientVersion OTHER = new ClientVersion("other", "other", "other", "other");

  private static final int MAX_CLIENTS = 16;

  private final Map<ClientVersion, CallHistory> histories = new HashMap<>();
  private ClientVersion currentClient;
  private ClientVersion currentIdentity;
  private Instant currentSince = Instant.EPOCH;
  private long rejectedCalls;
  private ObjLongConsumer<ClientVersion> onCalls = (identity, count) -> {};
  private LongConsumer onRejectedCalls = count -> {};

  /**
   * Publishes all calls counted so far, and each further one. Like both methods that count, it is
   * called under the tracker's lock and must not hold this object's: Besu's metrics system may wait
   * for a scrape, which waits for this object.
   */
  void publishCounts(
      final ObjLongConsumer<ClientVersion> calls, final LongConsumer allRejectedCalls) {
    histories.forEach((identity, history) -> calls.accept(identity, history.calls()));
    allRejectedCalls.accept(rejectedCalls);
    onCalls = calls;
    onRejectedCalls = allRejectedCalls;
  }

  void recordCall(final ClientVersion client, final Instant now) {
    onCalls.accept(count(client, now), 1);
  }

  void recordRejectedCall() {
    rejectedCalls++;
    onRejectedCalls.accept(1);
  }

  private synchronized ClientVersion count(final ClientVersion client, final Instant now) {
    final ClientVersion identity =
        histories.containsKey(client) || histories.size() < MAX_CLIENTS ? client : OTHER;
    histories.computeIfAbsent(identity, first -> new CallHistory(now)).recordCall(now);
    if (!client.equals(currentClient)) {
      currentClient = client;
      currentIdentity = identity;
      currentSince = now;
    }
    return identity;
  }

  /** Returns whether the most recent call was made under this identity. */
  public synchronized boolean isCurrent(final ClientVersion identity) {
    return identity.equals(currentIdentity);
  }

  /** Returns the time of the most recent call made under an identity that has been counted. */
  public synchronized Instant lastCall(final ClientVersion identity) {
    return histories.get(identity).lastCall();
  }

  /** Returns since when the current client is current; the epoch before the first call. */
  public synchronized Instant currentSince() {
    return currentSince;
  }
}
