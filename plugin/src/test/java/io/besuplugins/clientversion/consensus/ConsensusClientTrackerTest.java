// SPDX-License-Identifier: Apache-2.0
package io.besuplugins.clientversion.consensus;

import static org.assertj.core.api.Assertions.assertThat;

import io.besuplugins.clientversion.identification.ClientVersion;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ConsensusClientTrackerTest {

  private static final ClientVersion LIGHTHOUSE =
      new ClientVersion("LH", "Lighthouse", "v5.3.0", "0dd215c2");
  private static final ClientVersion NEWER_LIGHTHOUSE =
      new ClientVersion("LH", "Lighthouse", "v8.1.3", "67da0321");
  private static final ClientVersion TEKU = new ClientVersion("TK", "teku", "v26.8.0", "87fa8ca7");
  private static final ClientVersion SNOOPER =
      new ClientVersion("RS", "rpc-snooper", "v0.0.0", "00000000");

  private final RecordingListener listener = new RecordingListener();
  private Instant now = Instant.parse("2026-11-21T03:00:00Z");
  private final ConsensusClientTracker tracker =
      new ConsensusClientTracker(() -> now, new CallStatistics());

  ConsensusClientTrackerTest() {
    tracker.addListener(listener.asListener());
  }

  @Test
  void reportsTheFirstClient() {
    assertThat(tracker.mostRecentFirst()).isEmpty();
    assertThat(listener.events).isEmpty();
    call(LIGHTHOUSE);

    assertThat(listener.events).containsExactly("onFirstSeen LH v5.3.0");
    assertThat(tracker.mostRecentFirst().get(0).client()).isEqualTo(LIGHTHOUSE);
  }

  @Test
  void reportsRepeatedCallsAsSuch() {
    call(LIGHTHOUSE);
    advance(Duration.ofDays(30));
    call(new ClientVersion("LH", "Lighthouse", "v5.3.0", "0x0DD215C2"));

    assertThat(listener.events)
        .containsExactly("onFirstSeen LH v5.3.0", "onRepeatedCall LH v5.3.0");
  }

  @Test
  void reportsAnUpgrade() {
    call(LIGHTHOUSE, NEWER_LIGHTHOUSE);

    assertThat(listener.events)
        .containsExactly("onFirstSeen LH v5.3.0", "onUpgraded LH v5.3.0 LH v8.1.3");
    assertThat(tracker.mostRecentFirst().get(0).client()).isEqualTo(NEWER_LIGHTHOUSE);
  }

  @Test
  void reportsAnotherBuildOfTheSameVersionAsAnUpgrade() {
    call(LIGHTHOUSE, new ClientVersion("LH", "Lighthouse", "v5.3.0", "ffffffff"));

    assertThat(listener.events)
        .containsExactly("onFirstSeen LH v5.3.0", "onUpgraded LH v5.3.0 LH v5.3.0");
  }

  @Test
  void reportsAReplacement() {
    call(LIGHTHOUSE, TEKU);

    assertThat(listener.events)
        .containsExactly("onFirstSeen LH v5.3.0", "onReplaced LH v5.3.0 TK v26.8.0");
  }

  @Test
  void reportsTheFirstReturnOfAClient() {
    call(LIGHTHOUSE, TEKU, LIGHTHOUSE);

    assertThat(listener.events).endsWith("onReplaced TK v26.8.0 LH v5.3.0").hasSize(3);
  }

  @Test
  void reportsAlternatingClientsOnce() {
    call(LIGHTHOUSE);
    for (int turn = 0; turn < 1000; turn++) {
      advance(Duration.ofMinutes(15));
      call(turn % 2 == 0 ? SNOOPER : LIGHTHOUSE);
    }

    assertThat(listener.events.stream().filter(event -> !event.startsWith("onRepeatedCall")))
        .containsExactly(
            "onFirstSeen LH v5.3.0",
            "onReplaced LH v5.3.0 RS v0.0.0",
            "onUnlistedCode RS v0.0.0",
            "onReplaced RS v0.0.0 LH v5.3.0",
            "onAlternating LH v5.3.0 RS v0.0.0");
  }

  @Test
  void reportsAReturnAgainAfterAnHourWithoutOne() {
    alternate();
    advance(Duration.ofHours(1));
    call(TEKU);

    assertThat(listener.events).endsWith("onReplaced LH v5.3.0 TK v26.8.0");
  }

  @Test
  void doesNotReportAReturnWithinTheHour() {
    alternate();
    advance(Duration.ofHours(1).minusSeconds(1));
    call(TEKU);

    assertThat(listener.events).endsWith("onRepeatedCall TK v26.8.0");
  }

  @Test
  void reportsANewClientWhileOthersAlternate() {
    alternate();
    call(new ClientVersion("PM", "Prysm", "v7.1.5", ""));

    assertThat(listener.events).endsWith("onReplaced LH v5.3.0 PM v7.1.5");
  }

  @Test
  void recognisesAnUpgradeWhileClientsAlternate() {
    call(LIGHTHOUSE, SNOOPER, LIGHTHOUSE, SNOOPER, NEWER_LIGHTHOUSE);

    assertThat(listener.events).endsWith("onUpgraded LH v5.3.0 LH v8.1.3");
  }

  @Test
  void doesNotReportAnUpgradeFromAClientThatLeftLongAgo() {
    call(LIGHTHOUSE);
    advance(Duration.ofDays(1));
    call(TEKU);
    advance(Duration.ofDays(1));
    call(NEWER_LIGHTHOUSE);

    assertThat(listener.events).endsWith("onReplaced TK v26.8.0 LH v8.1.3");
  }

  @Test
  void reportsThePreviousCallerAsReplacedIfNoneAlternate() {
    call(LIGHTHOUSE, TEKU, NEWER_LIGHTHOUSE);

    assertThat(listener.events).endsWith("onReplaced TK v26.8.0 LH v8.1.3");
  }

  @Test
  void doesNotTakeASingleReturnForAnAlternation() {
    call(TEKU, LIGHTHOUSE, TEKU, NEWER_LIGHTHOUSE);

    assertThat(listener.events).endsWith("onReplaced TK v26.8.0 LH v8.1.3");
  }

  @Test
  void looksForAnUpgradedClientOnlyWhileClientsAlternate() {
    alternate();
    advance(Duration.ofHours(1));
    call(
        new ClientVersion("PM", "Prysm", "v7.1.5", ""),
        SNOOPER,
        new ClientVersion("PM", "Prysm", "v7.1.6", ""));

    assertThat(listener.events).endsWith("onReplaced RS v0.0.0 PM v7.1.6");
  }

  @Test
  void reportsOnlyClientsOfTheLastHourAsAlternating() {
    call(SNOOPER);
    advance(Duration.ofHours(1));
    call(LIGHTHOUSE, TEKU, LIGHTHOUSE, TEKU);

    assertThat(listener.events).endsWith("onAlternating LH v5.3.0 TK v26.8.0");
  }

  @Test
  void reportsClientsWithoutACodeAsReplacements() {
    call(new ClientVersion("", "a", "1", ""), new ClientVersion("", "b", "2", ""));

    assertThat(listener.events).containsExactly("onFirstSeen  1", "onReplaced  1  2");
  }

  @Test
  void reportsAnUnlistedCodeOnce() {
    call(
        new ClientVersion("XX", "", "1", ""),
        new ClientVersion("XX", "", "2", ""),
        new ClientVersion("NA", "", "1", ""));

    assertThat(listener.events)
        .containsExactly(
            "onFirstSeen XX 1",
            "onUnlistedCode XX 1",
            "onUpgraded XX 1 XX 2",
            "onReplaced XX 2 NA 1",
            "onUnlistedCode NA 1");
  }

  @Test
  void reportsAtMost64UnlistedCodes() {
    for (int i = 0; i < 100; i++) {
      call(new ClientVersion("X" + i, "", "1", ""));
      advance(Duration.ofMinutes(1));
    }

    assertThat(listener.events.stream().filter(line -> line.startsWith("onUnlistedCode")))
        .hasSize(64)
        .endsWith("onUnlistedCode X63 1");
  }

  @Test
  void reportsThirtyNewClientsAMinuteAndSuppressesFurtherOnes() {
    for (int i = 0; i < 2_000; i++) {
      call(client(i));
    }

    assertThat(listener.events).hasSize(31);
    assertThat(listener.events.get(29)).isEqualTo("onUpgraded LH 28 LH 29");
    assertThat(listener.events.get(30)).isEqualTo("onNewClientsSuppressed 1");
  }

  @Test
  void reportsTheNumberOfSuppressedClientsOnceAMinute() {
    for (int minute = 0; minute < 10; minute++) {
      for (int i = 0; i < 1_000; i++) {
        call(client(minute * 1_000 + i));
      }
      advance(Duration.ofMinutes(1));
    }

    assertThat(listener.events.stream().filter(line -> line.startsWith("onNewClientsSuppressed")))
        .startsWith("onNewClientsSuppressed 1", "onNewClientsSuppressed 971")
        .hasSize(10);
    assertThat(listener.events.stream().filter(line -> !line.startsWith("onNewClientsSuppressed")))
        .hasSize(300);
  }

  @Test
  void reportsASuppressedClientWhenItCallsAgain() {
    for (int i = 0; i < 31; i++) {
      call(client(i));
    }
    advance(Duration.ofMinutes(1));
    call(client(30));

    assertThat(listener.events).endsWith("onNewClientsSuppressed 1", "onUpgraded LH 30 LH 30");
  }

  @Test
  void countsASuppressedClientOnce() {
    for (int i = 0; i < 31; i++) {
      call(client(i));
    }
    for (int i = 0; i < 10; i++) {
      call(client(30));
    }
    for (int i = 0; i < 29; i++) {
      advance(Duration.ofSeconds(2));
      call(client(100 + i));
    }
    advance(Duration.ofSeconds(2));
    for (int i = 0; i < 30; i++) {
      call(client(200 + i));
    }
    call(client(300));

    assertThat(listener.events.stream().filter(line -> line.startsWith("onNewClientsSuppressed")))
        .containsExactly("onNewClientsSuppressed 1", "onNewClientsSuppressed 31");
  }

  @Test
  void reportsNewClientsAfterTheClockIsSetBack() {
    for (int i = 0; i < 30; i++) {
      call(client(i));
    }
    advance(Duration.ofDays(-1));
    call(client(30));

    assertThat(listener.events).endsWith("onUpgraded LH 29 LH 30");
  }

  @Test
  void evictsTheLeastRecentCaller() {
    for (int i = 0; i <= 64; i++) {
      call(client(i));
      advance(Duration.ofMinutes(1));
    }
    call(client(1));
    advance(Duration.ofHours(1));
    listener.events.clear();

    call(client(0));
    assertThat(listener.events).as("new again").containsExactly("onUpgraded LH 1 LH 0");
    call(client(3));
    assertThat(listener.events).as("back").endsWith("onUpgraded LH 0 LH 3");
  }

  @Test
  void rejectedCallDoesNotChangeTheCurrentClient() {
    call(LIGHTHOUSE);
    tracker.onRejectedCall("params[0] must be an object");

    assertThat(tracker.mostRecentFirst().get(0).client()).isEqualTo(LIGHTHOUSE);
    assertThat(listener.counts).endsWith("onRejectedCalls 1");
    assertThat(listener.events).endsWith("onRejectedCall params[0] must be an object");
  }

  @Test
  void anonymousCallDoesNotChangeTheCurrentClient() {
    call(LIGHTHOUSE);
    tracker.onAnonymousCall();
    call(LIGHTHOUSE);

    assertThat(listener.events)
        .containsExactly("onFirstSeen LH v5.3.0", "onAnonymousCall", "onRepeatedCall LH v5.3.0");
  }

  @Test
  void malformedCallDoesNotChangeTheCurrentClient() {
    call(LIGHTHOUSE);
    tracker.onMalformedCall("params[0] must be an object");

    assertThat(tracker.mostRecentFirst().get(0).client()).isEqualTo(LIGHTHOUSE);
    assertThat(listener.counts).doesNotContain("onRejectedCalls 1");
    assertThat(listener.events).endsWith("onMalformedCall params[0] must be an object");
  }

  @Test
  void reportsEveryCountAndAllEarlierOnesToANewListener() {
    call(LIGHTHOUSE, TEKU, LIGHTHOUSE);
    tracker.onRejectedCall("invalid");
    tracker.onAnonymousCall();
    final RecordingListener second = new RecordingListener();
    tracker.addListener(second.asListener());
    call(TEKU);

    assertThat(listener.counts)
        .containsExactly(
            "onRejectedCalls 0",
            "onCalls LH v5.3.0 1",
            "onCalls TK v26.8.0 1",
            "onCalls LH v5.3.0 1",
            "onRejectedCalls 1",
            "onCalls TK v26.8.0 1");
    assertThat(second.counts)
        .containsExactlyInAnyOrder(
            "onCalls LH v5.3.0 2",
            "onCalls TK v26.8.0 1",
            "onRejectedCalls 1",
            "onCalls TK v26.8.0 1");
  }

  @Test
  void listsTheMostRecentCallerFirst() {
    final Instant start = now;
    call(LIGHTHOUSE, TEKU);
    advance(Duration.ofMillis(300_999));
    call(LIGHTHOUSE);

    assertThat(tracker.mostRecentFirst())
        .containsExactly(
            new ConsensusClientSnapshot(LIGHTHOUSE, start, start.plusSeconds(300), 2, true),
            new ConsensusClientSnapshot(TEKU, start, start, 1, false));
  }

  @Test
  void listsAtMost64Clients() {
    for (int i = 0; i < 1_000; i++) {
      call(client(i));
    }

    assertThat(tracker.mostRecentFirst())
        .hasSize(64)
        .first()
        .returns("999", seen -> seen.client().version());
  }

  private void alternate() {
    call(LIGHTHOUSE, TEKU, LIGHTHOUSE, TEKU, LIGHTHOUSE);
    assertThat(listener.events).contains("onAlternating LH v5.3.0 TK v26.8.0");
  }

  private void call(final ClientVersion... callers) {
    for (final ClientVersion caller : callers) {
      tracker.onCall(caller);
    }
  }

  private void advance(final Duration time) {
    now = now.plus(time);
  }

  private static ClientVersion client(final int version) {
    return new ClientVersion("LH", "Lighthouse", String.valueOf(version), "");
  }
}
