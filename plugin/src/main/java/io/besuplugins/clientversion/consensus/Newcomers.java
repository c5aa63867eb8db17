package io.besuplugins.clientversion.consensus;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/** Decides which clients never seen before are named, so that a flood of them fills no log. */
final class Newcomers {

  private static final int NAMED_A_MINUTE = 30;
  private static final Duration MINUTE = Duration.ofMinutes(1);

  private final Deque<Instant> named = new ArrayDeque<>(NAMED_A_MINUTE);
  private long unnamed;
  private Instant summedUp = Instant.MIN;

  /** Whether another one may be named now; if so, it counts as named. */
  boolean mayBeNamed(final Instant now) {
    named.removeIf(then -> !isWithin(MINUTE, then, now));
    return named.size() < NAMED_A_MINUTE && named.add(now);
  }

  /** Counts one that could not be named. */
  void leftOut() {
    unnamed++;
  }

  /** Whether to tell how many were left out; true once a minute at most. */
  boolean isTimeToSumUp(final Instant now) {
    final boolean isTime = !isWithin(MINUTE, summedUp, now);
    summedUp = isTime ? now : summedUp;
    return isTime;
  }

  long unnamed() {
    return unnamed;
  }

  /** An instant in the future, which a clock that was set back leaves behind, is not recent. */
  static boolean isWithin(final Duration span, final Instant then, final Instant now) {
    return !then.isAfter(now) && then.isAfter(now.minus(span));
  }
}
