// SPDX-License-Identifier: Apache-2.0
package io.besuplugins.clientversion.monitoring;

import io.besuplugins.clientversion.client.ConsensusClientCall;
import java.time.Duration;
import org.slf4j.Logger;

/**
 * Limits the lines about consensus clients to 30 a minute, because a caller can claim any number of
 * identities. Once the limit is reached, nothing is logged for a minute, and the first call after
 * that logs how many clients were omitted.
 */
final class LineLimit {

  private static final int MAX_LINES = 30;
  private static final long MINUTE = Duration.ofMinutes(1).toNanos();

  private final Logger log;

  /** When the last 30 lines were logged; the oldest one is replaced next. */
  private final long[] times = new long[MAX_LINES];

  private int lines;
  private long omittingSince;
  private long omitted;

  LineLimit(final Logger log) {
    this.log = log;
  }

  /** Returns whether a line about a call may be logged, which then counts as logged. */
  boolean allows(final ConsensusClientCall call, final long now) {
    if (omitted > 0) {
      omitted += call.isRepeated() ? 0 : 1;
      return false;
    }
    final int oldest = lines % MAX_LINES;
    if (lines >= MAX_LINES && now - times[oldest] < MINUTE) {
      log.info("Too many new consensus clients; further ones are not logged for a minute");
      omittingSince = now;
      omitted = 1;
      return false;
    }
    times[oldest] = now;
    lines++;
    return true;
  }

  /** Logs how many clients were omitted, if lines may be logged again. */
  void reportOmitted(final long now) {
    if (omitted > 0 && now - omittingSince >= MINUTE) {
      log.info("{} consensus clients were not logged", omitted);
      omitted = 0;
    }
  }
}
