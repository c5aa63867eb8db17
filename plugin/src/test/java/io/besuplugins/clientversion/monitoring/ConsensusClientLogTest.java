// SPDX-License-Identifier: Apache-2.0
package io.besuplugins.clientversion.monitoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.ArgumentMatchers.startsWith;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;

import io.besuplugins.clientversion.LogCaptor;
import io.besuplugins.clientversion.client.ClientVersion;
import io.besuplugins.clientversion.client.ConsensusClientTracker;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.apache.logging.log4j.Level;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

class ConsensusClientLogTest {

  private static final ClientVersion LIGHTHOUSE =
      new ClientVersion("LH", "Lighthouse", "v5.3.0", "0dd215c2");
  private static final ClientVersion UPGRADED =
      new ClientVersion("LH", "Lighthouse", "v8.1.3", "67da0321");
  private static final ClientVersion TEKU = new ClientVersion("TK", "teku", "v26.8.0", "87fa8ca7");
  private static final String LIGHTHOUSE_TEXT = "Lighthouse v5.3.0 (LH, commit 0dd215c2)";
  private static final String UPGRADED_TEXT = "Lighthouse v8.1.3 (LH, commit 67da0321)";
  private static final String TEKU_TEXT = "teku v26.8.0 (TK, commit 87fa8ca7)";
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final Duration HOUR = Duration.ofHours(1);

  private final LogCaptor captor = LogCaptor.of(ConsensusClientLogTest.class, Level.DEBUG);
  private final Logger logger = LoggerFactory.getLogger(ConsensusClientLogTest.class);

  /** Any value: only differences of a monotonic clock have a meaning. */
  private long nanos = Long.MAX_VALUE - 1;

  private final ConsensusClientTracker tracker = trackerWithLogTo(logger);

  @AfterEach
  void stopCapturing() {
    captor.close();
  }

  @Test
  void logsTheFirstClientAndEachChange() {
    call(LIGHTHOUSE, UPGRADED, TEKU);
    assertThat(captor.lines())
        .containsExactly(
            "INFO Consensus client: " + LIGHTHOUSE_TEXT,
            "INFO Consensus client changed: from " + LIGHTHOUSE_TEXT + " to " + UPGRADED_TEXT,
            "INFO Consensus client changed: from " + UPGRADED_TEXT + " to " + TEKU_TEXT);
  }

  @Test
  void describesWhatAClientDoesNotSend() {
    call(new ClientVersion("LS", "", "", ""), new ClientVersion("", "", "1", ""));
    assertThat(captor.lines())
        .containsExactly(
            "INFO Consensus client: lodestar without version (LS, no commit)",
            "INFO Consensus client changed: from lodestar without version (LS, no commit) to"
                + " unnamed client 1 (no code, no commit)");
  }

  @Test
  void logsRepeatedCallsAtDebug() {
    call(TEKU);
    pass(Duration.ofDays(30));
    call(TEKU);
    tracker.recordUnidentifiedCall("no ClientVersionV1");
    tracker.recordRejectedCall("params[0] must be ...");
    assertThat(captor.lines().subList(1, 4))
        .containsExactly(
            "DEBUG Consensus client called again: " + TEKU_TEXT,
            "DEBUG A caller of engine_getClientVersionV1 did not identify itself: no"
                + " ClientVersionV1",
            "DEBUG Rejected a call of engine_getClientVersionV1: params[0] must be ...");
  }

  @Test
  void logsAnUnlistedCodeOnce() {
    final ClientVersion snooper = new ClientVersion("RS", "rpc-snooper", "v0.0.0", "00000000");
    call(snooper, new ClientVersion("RS", "rpc-snooper", "v0.0.1", ""));
    assertThat(captor.lines())
        .filteredOn(line -> line.contains("nlisted"))
        .containsExactly("INFO Unlisted client code RS: rpc-snooper v0.0.0 (RS, commit 00000000)");
  }

  @Test
  void logsAtMost64UnlistedCodes() {
    for (int i = 0; i < 100; i++) {
      call(new ClientVersion("X" + i, "", "1", ""));
      pass(MINUTE);
    }
    assertThat(captor.lines())
        .filteredOn(line -> line.startsWith("INFO Unlisted client code"))
        .hasSize(64)
        .last()
        .asString()
        .startsWith("INFO Unlisted client code X63");
  }

  @Test
  void logsOneSwitchBackAsAChange() {
    call(LIGHTHOUSE, TEKU, LIGHTHOUSE);
    pass(HOUR);
    call(TEKU);
    assertThat(infoLines())
        .endsWith(
            "Consensus client changed: from " + TEKU_TEXT + " to " + LIGHTHOUSE_TEXT,
            "Consensus client changed: from " + LIGHTHOUSE_TEXT + " to " + TEKU_TEXT);
  }

  @Test
  void logsClientsThatCallInTurnOnce() {
    for (int i = 0; i < 500; i++) {
      call(LIGHTHOUSE, TEKU);
      pass(Duration.ofMinutes(15));
    }
    assertThat(infoLines())
        .containsExactly(
            "Consensus client: " + LIGHTHOUSE_TEXT,
            "Consensus client changed: from " + LIGHTHOUSE_TEXT + " to " + TEKU_TEXT,
            "Consensus client changed: from " + TEKU_TEXT + " to " + LIGHTHOUSE_TEXT,
            "Several consensus clients call this node in turn: "
                + LIGHTHOUSE_TEXT
                + "; "
                + TEKU_TEXT
                + ". Further changes between them are not logged");
    assertThat(captor.lines()).contains("DEBUG Consensus client called in turn: " + TEKU_TEXT);
  }

  @Test
  void logsANewClientWhileOthersCallInTurn() {
    call(LIGHTHOUSE, TEKU, LIGHTHOUSE, TEKU, UPGRADED, TEKU, UPGRADED);
    assertThat(infoLines())
        .hasSize(5)
        .endsWith("Consensus client changed: from " + TEKU_TEXT + " to " + UPGRADED_TEXT);
  }

  @Test
  void logsTheClientThatIsLeftAnHourAfterTheLastSwitchBack() {
    call(LIGHTHOUSE, TEKU, LIGHTHOUSE, TEKU, LIGHTHOUSE);
    pass(HOUR.minusNanos(1));
    call(LIGHTHOUSE);
    assertThat(infoLines()).hasSize(4);
    pass(Duration.ofNanos(1));
    call(LIGHTHOUSE, LIGHTHOUSE);
    assertThat(infoLines())
        .hasSize(5)
        .endsWith("Consensus client changed: from " + TEKU_TEXT + " to " + LIGHTHOUSE_TEXT);
    call(TEKU, LIGHTHOUSE);
    assertThat(infoLines()).hasSize(7).last().asString().startsWith("Several consensus clients");
  }

  @Test
  void namesTheEightMostRecentCallersOfTheLastHour() {
    call(client(100));
    pass(HOUR);
    for (int i = 0; i < 9; i++) {
      call(client(i));
    }
    call(client(0), client(1));
    assertThat(infoLines().get(infoLines().size() - 1))
        .contains("in turn: lighthouse v3 (LH, no commit); lighthouse v4 (")
        .endsWith(
            "; lighthouse v0 (LH, no commit); lighthouse v1 (LH, no commit). Further changes"
                + " between them are not logged");
    assertThat(infoLines()).noneMatch(line -> line.contains("turn: lighthouse v100"));
  }

  @Test
  void doesNotNameAClientThatHasNotCalledForAnHour() {
    call(TEKU);
    pass(HOUR);
    call(client(0), client(1), client(0), client(1));
    assertThat(infoLines().get(infoLines().size() - 1))
        .startsWith("Several consensus clients call this node in turn: lighthouse v0 (");
  }

  @Test
  void omitsClientsBeyondThirtyAMinuteAndLogsTheirTotal() {
    for (int i = 0; i < 2_000; i++) {
      call(client(i));
    }
    assertThat(infoLines())
        .hasSize(31)
        .endsWith("Too many new consensus clients; further ones are not logged for a minute");
    pass(MINUTE.minusNanos(1));
    call(client(1_999));
    assertThat(infoLines()).hasSize(31);
    pass(Duration.ofNanos(1));
    call(client(1_999));
    assertThat(infoLines())
        .hasSize(33)
        .endsWith(
            "1970 consensus clients were not logged",
            "Consensus client changed: from lighthouse v29 (LH, no commit) to lighthouse v1999"
                + " (LH, no commit)");
  }

  @Test
  void logsThirtyLinesInAnyMinute() {
    for (int i = 0; i < 30; i++) {
      call(client(i));
      pass(Duration.ofSeconds(2));
    }
    call(client(30), client(31));
    assertThat(infoLines())
        .hasSize(32)
        .endsWith("Too many new consensus clients; further ones are not logged for a minute");
  }

  @Test
  void neverNamesTheSameClientTwiceInALine() {
    for (int i = 0; i < 30; i++) {
      call(client(i));
    }
    call(TEKU, client(29), TEKU);
    pass(MINUTE);
    call(client(29), TEKU);
    assertThat(infoLines())
        .noneMatch(line -> line.matches("Consensus client changed: from (.*) to \\1"));
  }

  @Test
  void logsAClientAgainIfTheLineWasLost() {
    final Logger broken = mock();
    final IllegalStateException full = new IllegalStateException("disk full");
    doThrow(full).doNothing().when(broken).info(anyString(), any(Object.class));
    final ConsensusClientTracker withBrokenLog = trackerWithLogTo(broken);
    withBrokenLog.recordCall(TEKU);
    verify(broken).warn(startsWith("Consensus client calls cannot be recorded"), eq(full));
    withBrokenLog.recordCall(TEKU);
    verify(broken, org.mockito.Mockito.times(2)).info("Consensus client: {}", TEKU_TEXT);
  }

  @Test
  void logsASwitchBackAgainIfTheLineWasLost() {
    final Logger broken = mock();
    final ConsensusClientTracker withBrokenLog = trackerWithLogTo(broken);
    withBrokenLog.recordCall(TEKU);
    withBrokenLog.recordCall(LIGHTHOUSE);
    final String line = "Consensus client changed: from {} to {}";
    doThrow(new IllegalStateException())
        .doNothing()
        .when(broken)
        .info(line, LIGHTHOUSE_TEXT, TEKU_TEXT);
    withBrokenLog.recordCall(TEKU);
    withBrokenLog.recordCall(TEKU);
    withBrokenLog.recordCall(TEKU);
    verify(broken, org.mockito.Mockito.times(2)).info(line, LIGHTHOUSE_TEXT, TEKU_TEXT);
  }

  @Test
  void warnsOnceThatCallsCannotBeRecorded() {
    tracker.recordFailure(new Exception());
    tracker.recordFailure(new Exception());
    assertThat(captor.lines())
        .containsExactly(
            "WARN Consensus client calls cannot be recorded completely",
            "DEBUG Consensus client calls cannot be recorded completely");
  }

  private ConsensusClientTracker trackerWithLogTo(final Logger target) {
    return new ConsensusClientTracker(
        InstantSource.system(), new ConsensusClientLog(target, () -> nanos));
  }

  private void call(final ClientVersion... clients) {
    List.of(clients).forEach(tracker::recordCall);
  }

  private void pass(final Duration time) {
    nanos += time.toNanos();
  }

  private List<String> infoLines() {
    return captor.lines().stream()
        .filter(line -> line.startsWith("INFO "))
        .map(line -> line.substring(5))
        .toList();
  }

  private static ClientVersion client(final int version) {
    return new ClientVersion("LH", "", "v" + version, "");
  }
}
