package io.besuplugins.clientversion.consensus;

import io.besuplugins.clientversion.identification.ClientVersion;
import java.time.Instant;

/** What is remembered of one consensus client. */
final class Seen {

  private final Instant firstCall;
  private Instant lastCall;
  private long calls;
  private boolean named;

  Seen(final Instant firstCall) {
    this.firstCall = firstCall;
  }

  void calledAt(final Instant now) {
    lastCall = now;
    calls++;
  }

  Instant lastCall() {
    return lastCall;
  }

  /** Whether the news have told of it. */
  boolean isNamed() {
    return named;
  }

  void wasNamed() {
    named = true;
  }

  SeenClient as(final ClientVersion client) {
    return new SeenClient(client, firstCall, lastCall, calls);
  }
}
