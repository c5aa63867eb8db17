// SPDX-License-Identifier: Apache-2.0
package io.besuplugins.clientversion.consensus;

import java.time.Duration;
import java.time.Instant;

/** Rate limiter for the announcement of new consensus clients: at most 30 a minute. */
final class NewClientLimiter {

  private static final int MAX_PER_MINUTE = 30;
  private static final Duration MINUTE = Duration.ofMinutes(1);

  /** When the last 30 permits were acquired; the oldest one is replaced next. */
  private final Instant[] permits = new Instant[MAX_PER_MINUTE];

  private int oldest;
  private long suppressed;
  private Instant lastReport = Instant.MIN;

  /** Acquires a permit to announce a client, if one is available. */
  boolean tryAcquire(final Instant now) {
    final boolean available = permits[oldest] == null || isOver(permits[oldest], now);
    if (available) {
      permits[oldest] = now;
      oldest = (oldest + 1) % MAX_PER_MINUTE;
    }
    return available;
  }

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
