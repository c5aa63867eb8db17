package io.besuplugins.clientversion.consensus;

import java.time.Duration;
import java.time.Instant;

/**
 * Tells clients that take turns from one that came back.
 *
 * <p>An operator who goes back to the former client wants to read of it; two clients on one node,
 * or a proxy that calls on its own account, would fill the log. So a return is news, a second one
 * within an hour means that they take turns, and from then on nothing is until an hour passes
 * without a return. The slowest timer of a consensus client is 15 minutes (Lighthouse).
 */
final class Turns {

  private static final Duration LONGEST_PAUSE = Duration.ofHours(1);

  private Instant latest = Instant.MIN;
  private int returns;

  /**
   * A client that was seen before calls again after another one.
   *
   * @return how many returns there were, this one included, without an hour between two of them
   */
  int returned(final Instant now) {
    returns = isRecent(latest, now) ? returns + 1 : 1;
    latest = now;
    return returns;
  }

  /** Whether clients take turns at this time. */
  boolean goOn(final Instant now) {
    return returns > 1 && isRecent(latest, now);
  }

  /** Whether a client that called then may be one of those that take turns now. */
  static boolean isRecent(final Instant then, final Instant now) {
    return Newcomers.isWithin(LONGEST_PAUSE, then, now);
  }
}
