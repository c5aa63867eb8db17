// SPDX-License-Identifier: Apache-2.0
package io.besuplugins.clientversion.client;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Records which consensus clients have called this node since it started, and tells its listeners.
 * Connections carry no identity, so a client is identified by what it sends, and the current client
 * is the one that called last.
 *
 * <p>Thread-safe. Remembers the 64 clients that called most recently. No method throws: a failure
 * is reported to the listeners.
 */
public final class ConsensusClientTracker {

  private static final int MAX_CLIENTS = 64;

  private final InstantSource clock;
  private final List<ConsensusClientListener> listeners;

  /** Held while listeners are called, so that they receive one event at a time and in order. */
  private final Object delivery = new Object();

  /** The least recent caller first. Guarded by itself, as are the two fields below. */
  private final Map<ClientVersion, CallHistory> histories = new LinkedHashMap<>(64, 0.75f, true);

  private ClientVersion current;
  private Instant lastCall = Instant.MIN;

  public ConsensusClientTracker(
      final InstantSource clock, final ConsensusClientListener... listeners) {
    this.clock = clock;
    this.listeners = List.of(listeners);
  }

  /** Records a call of a client that identified itself. */
  public void recordCall(final ClientVersion client) {
    synchronized (delivery) {
      final ConsensusClientCall call = addCall(client);
      notifyListeners(listener -> listener.onCall(call));
    }
  }

  /** Records a call whose caller did not identify itself, or not as specified. */
  public void recordUnidentifiedCall(final String reason) {
    notifyListeners(listener -> listener.onUnidentifiedCall(reason));
  }

  /** Records a call that the plugin rejected; the current client stays the same. */
  public void recordRejectedCall(final String reason) {
    notifyListeners(listener -> listener.onRejectedCall(reason));
  }

  /** Tells the listeners that a call could not be recorded, or that one of them failed. */
  public void recordFailure(final Throwable failure) {
    synchronized (delivery) {
      for (final ConsensusClientListener listener : listeners) {
        try {
          listener.onFailure(failure);
        } catch (final Throwable ignored) {
          // There is nobody else to tell.
        }
      }
    }
  }

  /** Returns the clients that are remembered, the most recent caller first. */
  public List<ConsensusClient> mostRecentFirst() {
    final List<ConsensusClient> clients = new ArrayList<>();
    synchronized (histories) {
      histories.forEach((client, history) -> clients.add(0, history.describe(client)));
    }
    return clients;
  }

  private ConsensusClientCall addCall(final ClientVersion client) {
    synchronized (histories) {
      final Instant now = clock.instant();
      if (now.isAfter(lastCall)) {
        // Otherwise the clock was set back.
        lastCall = now;
      }
      final ClientVersion previous = current;
      current = client;
      final CallHistory history = histories.computeIfAbsent(client, first -> new CallHistory());
      history.add(lastCall);
      if (histories.size() > MAX_CLIENTS) {
        histories.remove(histories.keySet().iterator().next());
      }
      return new ConsensusClientCall(client, previous, lastCall, history.calls);
    }
  }

  private void notifyListeners(final Consumer<ConsensusClientListener> event) {
    synchronized (delivery) {
      for (final ConsensusClientListener listener : listeners) {
        try {
          event.accept(listener);
        } catch (final Throwable failure) {
          recordFailure(failure);
        }
      }
    }
  }

  private final class CallHistory {

    private Instant firstSeen;
    private Instant lastSeen;
    private long calls;

    private void add(final Instant time) {
      if (calls == 0) {
        firstSeen = time;
      }
      lastSeen = time;
      calls++;
    }

    private ConsensusClient describe(final ClientVersion client) {
      return new ConsensusClient(
          client,
          firstSeen.truncatedTo(ChronoUnit.SECONDS),
          lastSeen.truncatedTo(ChronoUnit.SECONDS),
          calls,
          client.equals(current));
    }
  }
}
