// SPDX-License-Identifier: Apache-2.0
package io.besuplugins.clientversion.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.inOrder;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.mockito.InOrder;

class ConsensusClientTrackerTest {

  private static final Instant START = Instant.parse("2026-11-21T03:00:00.999Z");
  private static final ClientVersion LIGHTHOUSE = new ClientVersion("LH", "", "v1", "");
  private static final ClientVersion TEKU = new ClientVersion("TK", "", "v1", "");

  private final ConsensusClientListener first = mock();
  private final ConsensusClientListener second = mock();
  private Instant now = START;
  private final ConsensusClientTracker tracker =
      new ConsensusClientTracker(() -> now, first, second);

  @Test
  void tellsEachListenerOfEachCall() {
    tracker.recordCall(LIGHTHOUSE);
    tracker.recordCall(TEKU);
    now = now.plusSeconds(5);
    tracker.recordCall(TEKU);

    for (final ConsensusClientListener listener : new ConsensusClientListener[] {first, second}) {
      final InOrder events = inOrder(listener);
      events.verify(listener).onCall(new ConsensusClientCall(LIGHTHOUSE, null, START, 1));
      events.verify(listener).onCall(new ConsensusClientCall(TEKU, LIGHTHOUSE, START, 1));
      events.verify(listener).onCall(new ConsensusClientCall(TEKU, TEKU, START.plusSeconds(5), 2));
      events.verifyNoMoreInteractions();
    }
  }

  @Test
  void aCallIsASwitchIfAnotherClientMadeTheCallBefore() {
    assertThat(new ConsensusClientCall(TEKU, null, START, 1).isSwitch()).isFalse();
    assertThat(new ConsensusClientCall(TEKU, TEKU, START, 2).isSwitch()).isFalse();
    assertThat(new ConsensusClientCall(TEKU, LIGHTHOUSE, START, 1).isSwitch()).isTrue();
  }

  @Test
  void callsThatIdentifyNobodyDoNotChangeTheCurrentClient() {
    tracker.recordCall(LIGHTHOUSE);
    tracker.recordUnidentifiedCall("none");
    tracker.recordRejectedCall("invalid");

    verify(first).onUnidentifiedCall("none");
    verify(second).onRejectedCall("invalid");
    assertThat(tracker.mostRecentFirst())
        .singleElement()
        .returns(1L, ConsensusClient::calls)
        .returns(true, ConsensusClient::current);
  }

  @Test
  void listsTheMostRecentCallerFirst() {
    tracker.recordCall(LIGHTHOUSE);
    tracker.recordCall(TEKU);
    now = now.plus(Duration.ofMinutes(5));
    tracker.recordCall(LIGHTHOUSE);

    final Instant start = Instant.parse("2026-11-21T03:00:00Z");
    final Instant last = Instant.parse("2026-11-21T03:05:00Z");
    assertThat(tracker.mostRecentFirst())
        .containsExactly(
            new ConsensusClient(LIGHTHOUSE, start, last, 2, true),
            new ConsensusClient(TEKU, start, start, 1, false));
  }

  @Test
  void timesNeverGoBackWhenTheClockIsSetBack() {
    tracker.recordCall(LIGHTHOUSE);
    now = now.minus(Duration.ofDays(1));
    tracker.recordCall(TEKU);
    tracker.recordCall(LIGHTHOUSE);

    verify(first).onCall(new ConsensusClientCall(LIGHTHOUSE, TEKU, START, 2));
    assertThat(tracker.mostRecentFirst())
        .extracting(ConsensusClient::firstSeen, ConsensusClient::lastSeen)
        .containsOnly(
            org.assertj.core.groups.Tuple.tuple(
                Instant.parse("2026-11-21T03:00:00Z"), Instant.parse("2026-11-21T03:00:00Z")));
  }

  @Test
  void remembersThe64MostRecentCallersOnly() {
    for (int i = 0; i < 65; i++) {
      tracker.recordCall(client(i));
    }
    tracker.recordCall(client(1));
    tracker.recordCall(client(65));

    assertThat(tracker.mostRecentFirst())
        .hasSize(64)
        .extracting(ConsensusClient::client)
        .startsWith(client(65), client(1), client(64))
        .doesNotContain(client(0), client(2));
    tracker.recordCall(client(0));
    verify(first).onCall(new ConsensusClientCall(client(0), client(65), START, 1));
  }

  @Test
  void aListenerThatFailsAffectsNeitherOthersNorTheHistory() {
    final Error failure = new OutOfMemoryError("appender");
    doThrow(failure).when(first).onCall(any());
    tracker.recordCall(LIGHTHOUSE);
    tracker.recordCall(LIGHTHOUSE);

    verify(second).onCall(new ConsensusClientCall(LIGHTHOUSE, LIGHTHOUSE, START, 2));
    verify(second, org.mockito.Mockito.times(2)).onFailure(failure);
    assertThat(tracker.mostRecentFirst()).hasSize(1);
  }

  @Test
  void throwsNothingIfEvenTheFailureCannotBeReported() {
    doThrow(new IllegalStateException("first")).when(first).onFailure(any());
    final Exception failure = new Exception("recording");
    tracker.recordFailure(failure);
    verify(second).onFailure(failure);
  }

  private static ClientVersion client(final int version) {
    return new ClientVersion("LH", "", "v" + version, "");
  }
}
