// SPDX-License-Identifier: Apache-2.0
package io.besuplugins.clientversion.consensus;

import static java.time.temporal.ChronoUnit.SECONDS;

import io.besuplugins.clientversion.identification.ClientVersion;
import java.time.Instant;

/** The calls of one consensus client. Only {@code lastCall} may be read without a lock. */
final class CallHistory {

  private final Instant firstCall;
  private volatile Instant lastCall;
  private long calls;
  private boolean announced;

  CallHistory(final Instant firstCall) {
    this.firstCall = firstCall;
  }

  void recordCall(final Instant now) {
    lastCall = now;
    calls++;
  }

  Instant lastCall() {
    return lastCall;
  }

  long calls() {
    return calls;
  }

  boolean isAnnounced() {
    return announced;
  }

  void markAnnounced() {
    announced = true;
  }

  ConsensusClientSnapshot snapshot(final ClientVersion client, final boolean current) {
    return new ConsensusClientSnapshot(client, format(firstCall), format(lastCall), calls, current);
  }

  private static String format(final Instant call) {
    return call.truncatedTo(SECONDS).toString();
  }
}
