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
import java.util.function.Consumer;

/**
 * Tracks the consensus clients that have called this node since it started and reports changes to
 * its listeners. Connections carry no identity, so a client is identified by what it sends, and the
 * current client is the one that called last.
 *
 * <p>Thread-safe. The number of clients and codes it remembers is bounded.
 */
public final class ConsensusClientTracker {

  private static final int MAX_CLIENTS = 64;
  private static final int MAX_UNLISTED_CODES = 64;

  private final InstantSource clock;
  private final CallStatistics statistics;
  private final List<ConsensusClientListener> listeners = new ArrayList<>();
  private final NewClientLimiter limiter = new NewClientLimiter();
  private final AlternationDetector alternation = new AlternationDetector();
  private final Set<String> unlistedCodes = new HashSet<>();

  /** Ordered by last call, the least recent caller first. */
  private final Map<ClientVersion, CallHistory> histories = new LinkedHashMap<>();

  private ClientVersion current;

  /** Creates an empty tracker, which counts every call in {@code statistics}. */
  public ConsensusClientTracker(final InstantSource clock, final CallStatistics statistics) {
    this.clock = clock;
    this.statistics = statistics;
  }

  /** Adds a listener and reports to it all calls counted so far; none is missed or repeated. */
  public synchronized void addListener(final ConsensusClientListener listener) {
    statistics.report(listener);
    listeners.add(listener);
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
    final ClientVersion identity = statistics.recordCall(client, now);
    final ClientVersion previous = current;
    final CallHistory known = histories.remove(client);
    final CallHistory history = known == null ? new CallHistory(now) : known;
    history.recordCall(now);
    histories.put(client, history);
    evictLeastRecentCaller();
    current = client;
    if (history.isAnnounced()) {
      if (client.equals(previous)) {
        notifyListeners(listener -> listener.onRepeatedCall(client));
      } else {
        handleReturn(client, previous, now);
      }
    } else if (limiter.tryAcquire(now)) {
      history.markAnnounced();
      announce(client, previous, now);
    } else {
      suppress(known == null, now);
    }
    // Last, so that a metrics system that fails costs nothing but metrics.
    notifyListeners(listener -> listener.onCalls(identity, 1));
  }

  /** Records a call whose caller did not identify itself. */
  public synchronized void onAnonymousCall() {
    notifyListeners(ConsensusClientListener::onAnonymousCall);
  }

  /** Records a call that Besu answered although its parameters are invalid. */
  public synchronized void onMalformedCall(final String reason) {
    notifyListeners(listener -> listener.onMalformedCall(reason));
  }

  /** Records a call that the plugin rejected; the current client stays the same. */
  public synchronized void onRejectedCall(final String reason) {
    statistics.recordRejectedCall();
    notifyListeners(listener -> listener.onRejectedCall(reason));
    notifyListeners(listener -> listener.onRejectedCalls(1));
  }

  private void evictLeastRecentCaller() {
    if (histories.size() > MAX_CLIENTS) {
      histories.remove(histories.keySet().iterator().next());
    }
  }

  private void announce(
      final ClientVersion client, final ClientVersion previous, final Instant now) {
    if (previous == null) {
      notifyListeners(listener -> listener.onFirstSeen(client));
    } else {
      reportChange(predecessorOf(client, previous, now), client);
    }
    if (!client.code().isEmpty()
        && ClientCodes.nameOf(client.code()).isEmpty()
        && unlistedCodes.size() < MAX_UNLISTED_CODES
        && unlistedCodes.add(client.code())) {
      notifyListeners(listener -> listener.onUnlistedCode(client));
    }
  }

  private void suppress(final boolean isFirstCall, final Instant now) {
    if (isFirstCall) {
      limiter.recordSuppressed();
    }
    if (limiter.shouldReportSuppressed(now)) {
      notifyListeners(listener -> listener.onNewClientsSuppressed(limiter.suppressed()));
    }
  }

  private void handleReturn(
      final ClientVersion client, final ClientVersion previous, final Instant now) {
    switch (alternation.recordReturn(now)) {
      case 1 -> reportChange(previous, client);
      case 2 -> {
        final List<ClientVersion> clients = recentCallers(now);
        notifyListeners(listener -> listener.onAlternating(clients));
      }
      default -> notifyListeners(listener -> listener.onRepeatedCall(client));
    }
  }

  private void reportChange(final ClientVersion from, final ClientVersion to) {
    if (from.hasSameCodeAs(to)) {
      notifyListeners(listener -> listener.onUpgraded(from, to));
    } else {
      notifyListeners(listener -> listener.onReplaced(from, to));
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

  private void notifyListeners(final Consumer<ConsensusClientListener> event) {
    listeners.forEach(event);
  }
}
