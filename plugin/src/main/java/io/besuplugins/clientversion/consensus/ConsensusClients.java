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

/**
 * The consensus clients that have called this node since it started, and what is new with each
 * call. Nothing on a connection tells them apart: a client is who it says it is.
 *
 * <p>Safe for use by many threads; remembers a bounded number of clients and codes.
 */
public final class ConsensusClients {

  private static final int MOST_CLIENTS = 64;
  private static final int MOST_UNLISTED_CODES = 64;

  private final InstantSource clock;
  private final CallCount count;
  private final ConsensusClientNews news;
  private final Newcomers newcomers = new Newcomers();
  private final Turns turns = new Turns();
  private final Set<String> unlistedCodes = new HashSet<>();

  /** In the order of their last calls. */
  private final Map<ClientVersion, Seen> clients = new LinkedHashMap<>();

  private ClientVersion current;

  /**
   * Nobody has called yet.
   *
   * @param clock tells when a call comes
   * @param count told of every call
   * @param news told of one call at a time, in the order in which they were taken in
   */
  public ConsensusClients(
      final InstantSource clock, final CallCount count, final ConsensusClientNews news) {
    this.clock = clock;
    this.count = count;
    this.news = news;
  }

  /**
   * The clients that have called, the latest caller first; of more than 64, those that called
   * latest.
   */
  public synchronized List<SeenClient> latestFirst() {
    final List<SeenClient> latestFirst = new ArrayList<>();
    clients.forEach((client, seen) -> latestFirst.add(0, seen.as(client)));
    return latestFirst;
  }

  /** A call of a client that said who it is. */
  public synchronized void called(final ClientVersion client) {
    final Instant now = clock.instant();
    count.called(client, now);
    final ClientVersion before = current;
    final Seen known = clients.remove(client);
    final Seen seen = known == null ? new Seen(now) : known;
    seen.calledAt(now);
    clients.put(client, seen);
    forgetOldest();
    current = client;
    if (!seen.isNamed()) {
      if (newcomers.mayBeNamed(now)) {
        seen.wasNamed();
        introduce(client, before, now);
      } else {
        leaveUnnamed(known == null, now);
      }
    } else if (client.equals(before)) {
      news.calledAgain(client);
    } else {
      comesBack(client, before, now);
    }
  }

  /** A call that was served without a word on who calls. */
  public synchronized void calledAnonymously() {
    news.calledAnonymously();
  }

  /**
   * A call that was served although what it said on who calls cannot be a {@code ClientVersionV1}.
   *
   * @param reason what is wrong and what it should be
   */
  public synchronized void calledUnreadably(final String reason) {
    news.calledUnreadably(reason);
  }

  /**
   * A call that was refused; who called before it stays known.
   *
   * @param reason what is wrong and what it should be
   */
  public synchronized void refused(final String reason) {
    count.refused();
    news.refused(reason);
  }

  private void forgetOldest() {
    if (clients.size() > MOST_CLIENTS) {
      clients.remove(clients.keySet().iterator().next());
    }
  }

  private void introduce(
      final ClientVersion client, final ClientVersion before, final Instant now) {
    if (before == null) {
      news.firstSeen(client);
    } else {
      tellChange(formerVersionOf(client, before, now), client);
    }
    if (!client.code().isEmpty()
        && ClientCodes.nameOf(client.code()).isEmpty()
        && unlistedCodes.size() < MOST_UNLISTED_CODES
        && unlistedCodes.add(client.code())) {
      news.unlistedCode(client);
    }
  }

  private void leaveUnnamed(final boolean isFirstCall, final Instant now) {
    if (isFirstCall) {
      newcomers.leftOut();
    }
    if (newcomers.isTimeToSumUp(now)) {
      news.flood(newcomers.unnamed());
    }
  }

  private void comesBack(
      final ClientVersion client, final ClientVersion before, final Instant now) {
    switch (turns.returned(now)) {
      case 1 -> tellChange(before, client);
      case 2 -> news.takeTurns(recentCallers(now));
      default -> news.calledAgain(client);
    }
  }

  private void tellChange(final ClientVersion from, final ClientVersion to) {
    if (from.hasCodeOf(to)) {
      news.upgraded(from, to);
    } else {
      news.tookOver(from, to);
    }
  }

  /** While clients take turns, the one that called before need not be the one that was upgraded. */
  private ClientVersion formerVersionOf(
      final ClientVersion client, final ClientVersion before, final Instant now) {
    ClientVersion former = before;
    if (turns.goOn(now)) {
      for (final ClientVersion other : recentCallers(now)) {
        if (other.hasCodeOf(client) && !other.equals(client)) {
          former = other;
        }
      }
    }
    return former;
  }

  private List<ClientVersion> recentCallers(final Instant now) {
    final List<ClientVersion> recent = new ArrayList<>();
    for (final Map.Entry<ClientVersion, Seen> entry : clients.entrySet()) {
      if (Turns.isRecent(entry.getValue().lastCall(), now)) {
        recent.add(entry.getKey());
      }
    }
    return recent;
  }
}
