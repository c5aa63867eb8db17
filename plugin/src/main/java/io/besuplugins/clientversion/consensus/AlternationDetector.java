// SPDX-License-Identifier: Apache-2.0
package io.besuplugins.clientversion.consensus;

import java.time.Duration;
import java.time.Instant;

/**
 * Distinguishes clients that call alternately from a single return to an earlier client.
 *
 * <p>An operator who switches back to an earlier client wants to see that in the log. Two clients
 * on one node, or a proxy that makes calls of its own, would fill it. So the first return is
 * reported as a change, a second one within an hour as an alternation, and later ones not at all
 * until an hour passes without a return. The longest polling interval of a known consensus client
 * is 15 minutes (Lighthouse).
 */
final class AlternationDetector {

  private static final Duration HOUR = Duration.ofHours(1);

  private Instant lastReturn = Instant.MIN;
  private int returns;

  /**
   * Records that a client seen before replaced the current one.
   *
   * @return the number of returns, this one included, with less than an hour between any two
   */
  int recordReturn(final Instant now) {
    returns = isRecent(lastReturn, now) ? returns + 1 : 1;
    lastReturn = now;
    return returns;
  }

  /** Returns whether clients are calling alternately. */
  boolean isAlternating(final Instant now) {
    return returns > 1 && isRecent(lastReturn, now);
  }

  /** Returns whether a call is recent enough for its client to take part in an alternation. */
  static boolean isRecent(final Instant lastCall, final Instant now) {
    // Absolute, because the clock may be set back.
    return Duration.between(lastCall, now).abs().compareTo(HOUR) < 0;
  }
}
