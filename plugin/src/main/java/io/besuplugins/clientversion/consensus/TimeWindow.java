// SPDX-License-Identifier: Apache-2.0
package io.besuplugins.clientversion.consensus;

import java.time.Duration;
import java.time.Instant;

/** Sliding time windows that end now. */
final class TimeWindow {

  private TimeWindow() {}

  /** Instants in the future, as seen after the clock was set back, are outside every window. */
  static boolean contains(final Duration length, final Instant instant, final Instant now) {
    return !instant.isAfter(now) && instant.isAfter(now.minus(length));
  }
}
