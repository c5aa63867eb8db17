package io.besuplugins.clientversion.anycall;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/** How much an operator has to read at INFO, whoever calls however often. */
final class LogVolume {

  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final Duration HOUR = Duration.ofHours(1);

  /** Thirty that were never seen before, one that comes back, one line on clients in turn. */
  private final Span changes = new Span("INFO Consensus client", MINUTE, 32);

  private final Span floods = new Span("INFO Too many consensus clients", MINUTE, 1);
  private final Span turns = new Span("INFO Several consensus clients", HOUR, 1);

  /** At most 64 codes are told in all. */
  private final Span codes = new Span("INFO Client code ", Duration.ofDays(100_000), 64);

  void grewBy(final String event, final Instant now) {
    changes.grewBy(event, now);
    floods.grewBy(event, now);
    turns.grewBy(event, now);
    codes.grewBy(event, now);
  }

  /** The lines of one kind in a span of time, the latest. */
  private static final class Span {

    private final String opening;
    private final Duration length;
    private final int most;
    private final Deque<Instant> times = new ArrayDeque<>();

    Span(final String opening, final Duration length, final int most) {
      this.opening = opening;
      this.length = length;
      this.most = most;
    }

    void grewBy(final String event, final Instant now) {
      if (event.startsWith(opening)) {
        times.removeIf(then -> !then.isAfter(now.minus(length)));
        times.add(now);
        assertThat(times.size()).as("%s within %s", opening, length).isLessThanOrEqualTo(most);
      }
    }
  }
}
