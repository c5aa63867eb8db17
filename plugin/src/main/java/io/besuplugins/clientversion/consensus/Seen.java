package io.besuplugins.clientversion.consensus;

import java.time.Instant;

/** What is remembered of one consensus client. */
final class Seen {

  private Instant lastCall;
  private boolean named;

  void calledAt(final Instant now) {
    lastCall = now;
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
}
