// SPDX-License-Identifier: Apache-2.0
package io.besuplugins.clientversion.cost;

import io.besuplugins.clientversion.devnet.node.Node;
import io.besuplugins.clientversion.devnet.node.NodeConfiguration;
import io.besuplugins.clientversion.devnet.node.NodeLog;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * How long two nodes take from the command to the line that says they are up, started in turn.
 *
 * @param a in milliseconds, start by start
 * @param b the same
 */
record StartTimes(List<Long> a, List<Long> b) {

  /** Up to 24.x and from 25.x on, Besu's log writes the offset with and without a colon. */
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSS[XXX][XX]", Locale.ROOT);

  /** Starts each so many times, after one start that is not counted. */
  static StartTimes of(final NodeConfiguration a, final NodeConfiguration b, final int starts) {
    final StartTimes times = new StartTimes(new ArrayList<>(), new ArrayList<>());
    millisecondsToStart(a);
    millisecondsToStart(b);
    for (int i = 0; i < starts; i += 2) {
      times.a.add(millisecondsToStart(a));
      times.b.add(millisecondsToStart(b));
      times.b.add(millisecondsToStart(b));
      times.a.add(millisecondsToStart(a));
    }
    return times;
  }

  /** How much longer A takes than the B that was started next to it, in milliseconds. */
  Spread difference() {
    return Spread.of(IntStream.range(0, a.size()).mapToDouble(i -> a.get(i) - b.get(i)));
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "  %-45s A − B %s ms of %.0f ms",
        a.size() + " starts of each",
        difference().as("%+.0f"),
        Spread.of(b.stream().mapToDouble(Long::doubleValue)).median());
  }

  private static long millisecondsToStart(final NodeConfiguration setup) {
    final Instant before = Instant.now();
    try (Node node = setup.start()) {
      return Duration.between(before, timeOf(NodeLog.UP, node)).toMillis();
    }
  }

  private static Instant timeOf(final String text, final Node node) {
    return node.log().lines().stream()
        .filter(line -> line.contains(text))
        .map(line -> OffsetDateTime.parse(line.substring(0, line.indexOf(" | ")), TIME).toInstant())
        .findFirst()
        .orElseThrow();
  }
}
