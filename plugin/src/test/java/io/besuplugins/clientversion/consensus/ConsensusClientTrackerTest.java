// SPDX-License-Identifier: Apache-2.0
package io.besuplugins.clientversion.consensus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;

import io.besuplugins.clientversion.identification.ClientVersion;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.assertj.core.api.ListAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Clients are written as code and version, such as {@code LH-1}, pauses as {@code +PT1M}. */
class ConsensusClientTrackerTest {

  private Instant now = Instant.parse("2026-11-21T03:00:00.999Z");
  private final List<String> events = new ArrayList<>();
  private final ConsensusClientTracker tracker =
      new ConsensusClientTracker(() -> now, listener(events));

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "first client           | LH-1                                | onFirstSeen LH-1",
        "repeated call          | LH-1 +P30D LH-1                     | onRepeatedCall LH-1",
        "upgrade                | LH-1 LH-2                           | onUpgraded LH-1 LH-2",
        "replacement            | LH-1 TK-1                           | onReplaced LH-1 TK-1",
        "no codes               | -1 -2                               | onReplaced -1 -2",
        "first return           | LH-1 TK-1 LH-1                      | onReplaced TK-1 LH-1",
        "clock set back         | LH-1 TK-1 LH-1 TK-1 +P-1D LH-1      | onReplaced TK-1 LH-1",
        "second return          | LH-1 TK-1 LH-1 TK-1                 | onAlternating LH-1 TK-1",
        "third return           | LH-1 TK-1 LH-1 TK-1 LH-1            | onRepeatedCall LH-1",
        "return within the hour | LH-1 TK-1 LH-1 TK-1 +PT59M59S LH-1  | onRepeatedCall LH-1",
        "return after an hour   | LH-1 TK-1 LH-1 TK-1 +PT1H LH-1      | onReplaced TK-1 LH-1",
        "new while alternating  | LH-1 TK-1 LH-1 TK-1 PM-1            | onReplaced TK-1 PM-1",
        "upgraded meanwhile     | LH-1 TK-1 LH-1 TK-1 LH-2            | onUpgraded LH-1 LH-2",
        "upgraded afterwards    | LH-1 TK-1 LH-1 TK-1 +PT1H PM-1 NB-1 PM-2 | onReplaced NB-1 PM-2",
        "upgraded, but gone     | LH-1 TK-1 LH-2                      | onReplaced TK-1 LH-2",
        "upgraded, one return   | TK-1 LH-1 TK-1 LH-2                 | onReplaced TK-1 LH-2",
        "alternating without NB | NB-1 +PT1H LH-1 TK-1 LH-1 TK-1      | onAlternating LH-1 TK-1"
      })
  void reportsWhatACallChanges(final String name, final String calls, final String event) {
    assertThat(tracker.mostRecentFirst()).isEmpty();
    assertEventsOf(calls)
        .endsWith(event)
        .hasSize(calls.replaceAll("[+][^ ]+ ", "").split(" ").length);
  }

  @Test
  void reportsAlternatingClientsOnce() {
    assertEventsOf("LH-1" + " +PT15M TK-1 +PT15M LH-1".repeat(500))
        .filteredOn(event -> !event.startsWith("onRepeatedCall"))
        .containsExactly(
            "onFirstSeen LH-1",
            "onReplaced LH-1 TK-1",
            "onReplaced TK-1 LH-1",
            "onAlternating LH-1 TK-1");
  }

  @Test
  void reportsAnUnlistedCodeOnce() {
    assertEventsOf("XX-1 XX-2 NA-1 -1")
        .containsExactly(
            "onFirstSeen XX-1",
            "onUnlistedCode XX-1",
            "onUpgraded XX-1 XX-2",
            "onReplaced XX-2 NA-1",
            "onUnlistedCode NA-1",
            "onReplaced NA-1 -1");
  }

  @Test
  void reportsAtMost64UnlistedCodes() {
    assertEventsOf(many("X%d-1 +PT1M", 0, 100))
        .filteredOn(event -> event.startsWith("onUnlistedCode"))
        .hasSize(64)
        .endsWith("onUnlistedCode X63-1");
  }

  @Test
  void reportsThirtyNewClientsAMinuteAndSuppressesFurtherOnes() {
    assertEventsOf(many("LH-%d", 0, 2_000))
        .hasSize(31)
        .endsWith("onUpgraded LH-28 LH-29", "onNewClientsSuppressed 1");
  }

  @Test
  void reportsTheNumberOfSuppressedClientsOnceAMinute() {
    for (int minute = 0; minute < 10; minute++) {
      call(many("LH-%d", minute * 1_000, 1_000) + " +PT1M");
    }

    assertThat(events).hasSize(310);
    assertThat(events)
        .filteredOn(event -> event.startsWith("onNewClientsSuppressed"))
        .startsWith("onNewClientsSuppressed 1", "onNewClientsSuppressed 971")
        .hasSize(10);
  }

  @Test
  void reportsASuppressedClientWhenItCallsAgain() {
    assertEventsOf(many("LH-%d", 0, 31) + " +PT1M LH-30")
        .endsWith("onNewClientsSuppressed 1", "onUpgraded LH-30 LH-30");
  }

  @Test
  void suppressedClientsTakeNoPermits() {
    assertEventsOf(many("LH-%d", 0, 30) + " +PT30S " + many("LH-%d", 30, 30) + " +PT30S LH-60")
        .endsWith("onUpgraded LH-59 LH-60");
  }

  @Test
  void countsASuppressedClientOnce() {
    call(many("LH-%d", 0, 31) + " LH-30".repeat(10));
    assertEventsOf(many("+PT2S LH-%d", 100, 29) + " +PT2S " + many("LH-%d", 200, 31))
        .filteredOn(event -> event.startsWith("onNewClientsSuppressed"))
        .containsExactly("onNewClientsSuppressed 1", "onNewClientsSuppressed 31");
  }

  @Test
  void reportsNewClientsAfterTheClockIsSetBack() {
    assertEventsOf(many("LH-%d", 0, 30) + " +P-1D LH-30").endsWith("onUpgraded LH-29 LH-30");
  }

  @Test
  void remembersTheMostRecent64CallersOnly() {
    call(many("LH-%d +PT1M", 0, 65) + " LH-1 +PT1H");
    assertThat(tracker.mostRecentFirst())
        .hasSize(64)
        .first()
        .returns("1", snapshot -> snapshot.client().version());

    assertEventsOf("LH-0 LH-3")
        .as("LH-0 is new again, LH-3 returns, which is the first return")
        .endsWith("onUpgraded LH-1 LH-0", "onUpgraded LH-0 LH-3");
  }

  @Test
  void callsThatIdentifyNobodyDoNotChangeTheCurrentClient() {
    call("LH-1");
    tracker.onRejectedCall("reason");
    tracker.onMalformedCall("reason");
    tracker.onAnonymousCall();

    assertEventsOf("LH-1")
        .containsExactly(
            "onFirstSeen LH-1",
            "onRejectedCall reason",
            "onMalformedCall reason",
            "onAnonymousCall",
            "onRepeatedCall LH-1");
  }

  @Test
  void publishesAllCountsSoFarAndEachFurtherOne() {
    final List<String> counts = new ArrayList<>();
    call("LH-1 TK-1 LH-1");
    tracker.onRejectedCall("reason");
    tracker.onMalformedCall("reason");
    tracker.publishCounts(
        (identity, count) -> counts.add(describe(identity, count)),
        count -> counts.add(describe("rejected", count)));
    assertThat(counts).containsExactlyInAnyOrder(" LH-1 2", " TK-1 1", " rejected 1");

    counts.clear();
    call("TK-1");
    tracker.onRejectedCall("reason");
    assertThat(counts).containsExactly(" TK-1 1", " rejected 1");
  }

  @Test
  void aFailureToPublishCountsCostsNeitherEventsNorHistory() {
    tracker.publishCounts(
        (identity, count) -> {
          throw new IllegalStateException("no metrics");
        },
        count -> {});

    assertThatThrownBy(() -> call("LH-1")).hasMessage("no metrics");
    assertThat(events).hasSize(1);
    assertThat(tracker.mostRecentFirst()).hasSize(1);
  }

  @Test
  void listsTheMostRecentCallerFirst() {
    call("LH-1 TK-1 +PT5M LH-1");
    final String start = "2026-11-21T03:00:00Z";
    assertThat(tracker.mostRecentFirst())
        .containsExactly(
            new ConsensusClientSnapshot(client("LH-1"), start, "2026-11-21T03:05:00Z", 2, true),
            new ConsensusClientSnapshot(client("TK-1"), start, start, 1, false));
  }

  private ListAssert<String> assertEventsOf(final String calls) {
    call(calls);
    return assertThat(events);
  }

  private void call(final String calls) {
    for (final String call : calls.strip().split(" +")) {
      if (call.startsWith("+")) {
        now = now.plus(Duration.parse(call.substring(1)));
      } else {
        tracker.onCall(client(call));
      }
    }
  }

  private static String many(final String call, final int first, final int count) {
    return IntStream.range(first, first + count)
        .mapToObj(call::formatted)
        .collect(Collectors.joining(" "));
  }

  private static ClientVersion client(final String text) {
    final String[] codeAndVersion = text.split("-");
    return new ClientVersion(codeAndVersion[0], "", codeAndVersion[1], "");
  }

  /** Records events as text, such as {@code onUpgraded LH-1 LH-2}. */
  private static ConsensusClientListener listener(final List<String> events) {
    return mock(
        ConsensusClientListener.class,
        event -> {
          events.add(event.getMethod().getName() + describe(event.getArguments()));
          return null;
        });
  }

  private static String describe(final Object... arguments) {
    return Arrays.stream(arguments)
        .map(
            argument ->
                argument instanceof List<?> list
                    ? describe(list.toArray())
                    : argument instanceof ClientVersion client
                        ? " " + client.code() + "-" + client.version()
                        : " " + argument)
        .collect(Collectors.joining());
  }
}
