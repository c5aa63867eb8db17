// SPDX-License-Identifier: Apache-2.0
package io.besuplugins.clientversion.robustness;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How much the plugin may log at INFO, whoever calls and how often. */
final class LogRateLimits {

  private static final List<Limit> LIMITS =
      List.of(
          // 30 new clients, one that returns.
          new Limit("INFO Consensus client", Duration.ofMinutes(1), 31),
          new Limit("INFO More than 30 new", Duration.ofMinutes(1), 1),
          new Limit("INFO Several consensus clients", Duration.ofHours(1), 1),
          // In all.
          new Limit("INFO Client code ", Duration.ofDays(100_000), 64));

  private final Map<Limit, Deque<Instant>> times = new HashMap<>();

  void check(final String line, final Instant now) {
    for (final Limit limit : LIMITS) {
      if (line.startsWith(limit.opening)) {
        final Deque<Instant> recent = times.computeIfAbsent(limit, first -> new ArrayDeque<>());
        recent.removeIf(time -> !time.isAfter(now.minus(limit.window)));
        recent.add(now);
        assertThat(recent).as(line).hasSizeLessThanOrEqualTo(limit.max);
      }
    }
  }

  private record Limit(String opening, Duration window, int max) {}
}
