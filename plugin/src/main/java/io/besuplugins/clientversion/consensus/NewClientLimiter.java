// SPDX-License-Identifier: Apache-2.0
package io.besuplugins.clientversion.consensus;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/** Rate limiter for the announcement of new consensus clients: at most 30 a minute. */
final class NewClientLimiter {

  private static final int MAX_PER_MINUTE = 30;
  private static final Duration MINUTE = Duration.ofMinutes(1);

  private final Deque<Instant> permits = new ArrayDeque<>(MAX_PER_MINUTE);
  private long suppressed;
  private Instant lastReport = Instant.MIN;

  /** Acquires a permit to announce a client, if one is available. */
  boolean tryAcquire(final Instant now) {
    permits.removeIf(issued -> isOver(issued, now));
    if (permits.size() == MAX_PER_MINUTE) {
      return false;
    }
    permits.add(now);
    return true;
  }

  /** Counts a client that could not be announced. */
  void recordSuppressed() {
    suppressed++;
  }

  /** Returns whether the number of suppressed clients is due to be reported, once a minute. */
  boolean shouldReportSuppressed(final Instant now) {
    final boolean due = isOver(lastReport, now);
    lastReport = due ? now : lastReport;
    return due;
  }

  /** Returns the number of suppressed clients since the node started. */
  long suppressed() {
    return suppressed;
  }

  /** Absolute, because the clock may be set back. */
  private static boolean isOver(final Instant start, final Instant now) {
    return Duration.between(start, now).abs().compareTo(MINUTE) >= 0;
  }
}
