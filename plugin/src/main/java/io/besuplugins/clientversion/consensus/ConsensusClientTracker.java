// SPDX-License-Identifier: Apache-2.0
package io.besuplugins.clientversion.consensus;

import io.besuplugins.clientversion.identification.ClientCodes;
import io.besuplugins.clientversion.identification.ClientVersion;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongConsumer;
import java.util.function.ObjLongConsumer;

/**
 * Tracks the consensus clients that have called this node since it started and reports changes to
 * its listener. Connections carry no identity, so a client is identified by what it sends, and the
 * current client is the one that called last.
 *
 * <p>Thread-safe. The number of clients and codes it remembers is bounded.
 */
public final class ConsensusClientTracker {

  private static final int MAX_CLIENTS = 64;
  private static final int MAX_UNLISTED_CODES = 64;

  private final InstantSource clock;
  private final ConsensusClientListener listener;
  private final CallStatistics statistics;
  private final NewClientLimiter limiter = new NewClientLimiter();
  private final AlternationDetector alternation = new AlternationDetector();
  private final Set<String> unlistedCodes = new HashSet<>();

  /** Ordered by last call, the least recent caller first. */
  private final Map<ClientVersion, CallHistory> histories = new LinkedHashMap<>(64, 0.75f, true);

  private ClientVersion current;

  /** Creates an empty tracker, which counts every call in {@code statistics}. */
  public ConsensusClientTracker(
      final InstantSource clock,
      final ConsensusClientListener listener,
      final CallStatistics statistics) {
    this.clock = clock;
    this.listener = listener;
    this.statistics = statistics;
  }

  /**
   * Publishes the number of calls: all calls so far, and from then on each further one.
   *
   * @param onCalls receives the identity of {@link CallStatistics} that the calls are counted under
   * @param onRejectedCalls receives the number of rejected calls, even if it is 0
   */
  public synchronized void publishCounts(
      final ObjLongConsumer<ClientVersion> onCalls, final LongConsumer onRejectedCalls) {
    statistics.publishCounts(onCalls, onRejectedCalls);
  }

  /** Returns the 64 clients that called most recently, the most recent caller first. */
  public synchronized List<ConsensusClientSnapshot> mostRecentFirst() {
    final List<ConsensusClientSnapshot> snapshots = new ArrayList<>();
    histories.forEach(
        (client, history) -> snapshots.add(0, history.snapshot(client, client.equals(current))));
    return snapshots;
  }

  /** Records a call of a client that identified itself. */
  public synchronized void onCall(final ClientVersion client) {
    final Instant now = clock.instant();
    final ClientVersion previous = current;
    final CallHistory history = histories.computeIfAbsent(client, first -> new CallHistory(now));
    history.recordCall(now);
    if (histories.size() > MAX_CLIENTS) {
      histories.remove(histories.keySet().iterator().next());
    }
    current = client;
    if (history.isAnnounced()) {
      if (client.equals(previous)) {
        listener.onRepeatedCall(client);
      } else {
        handleReturn(client, previous, now);
      }
    } else if (limiter.tryAcquire(now)) {
      history.markAnnounced();
      announce(client, previous, now);
    } else {
      suppress(history, now);
    }
    // Last, so that a metrics system that fails costs nothing but metrics.
    statistics.recordCall(client, now);
  }

  /** Records a call whose caller did not identify itself. */
  public synchronized void onAnonymousCall() {
    listener.onAnonymousCall();
  }

  /** Records a call that Besu answered although its parameters are invalid. */
  public synchronized void onMalformedCall(final String reason) {
    listener.onMalformedCall(reason);
  }

  /** Records a call that the plugin rejected; the current client stays the same. */
  public synchronized void onRejectedCall(final String reason) {
    listener.onRejectedCall(reason);
    statistics.recordRejectedCall();
  }

  private void announce(
      final ClientVersion client, final ClientVersion previous, final Instant now) {
    if (previous == null) {
      listener.onFirstSeen(client);
    } else {
      reportChange(predecessorOf(client, previous, now), client);
    }
    if (!client.code().isEmpty()
        && ClientCodes.nameOf(client.code()).isEmpty()
        && unlistedCodes.size() < MAX_UNLISTED_CODES
        && unlistedCodes.add(client.code())) {
      listener.onUnlistedCode(client);
    }
  }

  private void suppress(final CallHistory history, final Instant now) {
    if (history.calls() == 1) {
      limiter.recordSuppressed();
    }
    if (limiter.shouldReportSuppressed(now)) {
      listener.onNewClientsSuppressed(limiter.suppressed());
    }
  }

  private void handleReturn(
      final ClientVersion client, final ClientVersion previous, final Instant now) {
    switch (alternation.recordReturn(now)) {
      case 1 -> reportChange(previous, client);
      case 2 -> listener.onAlternating(recentCallers(now));
      default -> listener.onRepeatedCall(client);
    }
  }

  private void reportChange(final ClientVersion from, final ClientVersion to) {
    if (from.hasSameCodeAs(to)) {
      listener.onUpgraded(from, to);
    } else {
      listener.onReplaced(from, to);
    }
  }

  /** While clients alternate, the previous caller need not be the client that was upgraded. */
  private ClientVersion predecessorOf(
      final ClientVersion client, final ClientVersion previous, final Instant now) {
    ClientVersion predecessor = previous;
    if (alternation.isAlternating(now)) {
      for (final ClientVersion other : recentCallers(now)) {
        if (other.hasSameCodeAs(client) && !other.equals(client)) {
          predecessor = other;
        }
      }
    }
    return predecessor;
  }

  private List<ClientVersion> recentCallers(final Instant now) {
    final List<ClientVersion> callers = new ArrayList<>();
    histories.forEach(
        (client, history) -> {
          if (AlternationDetector.isRecent(history.lastCall(), now)) {
            callers.add(client);
          }
        });
    return callers;
  }
}
