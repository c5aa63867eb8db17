package io.besuplugins.clientversion.consensus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoMoreInteractions;

import io.besuplugins.clientversion.identification.ClientVersion;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class ConsensusClientsTest {

  private static final ClientVersion LIGHTHOUSE =
      new ClientVersion("LH", "Lighthouse", "v5.3.0", "0dd215c2");
  private static final ClientVersion NEWER_LIGHTHOUSE =
      new ClientVersion("LH", "Lighthouse", "v8.1.3", "67da0321");
  private static final ClientVersion TEKU = new ClientVersion("TK", "teku", "v26.8.0", "87fa8ca7");
  private static final ClientVersion SNOOPER =
      new ClientVersion("RS", "rpc-snooper", "v0.0.0", "00000000");

  private final RecordedNews news = new RecordedNews();
  private final CallCount count = mock(CallCount.class);
  private Instant now = Instant.parse("2026-11-21T03:00:00Z");
  private final ConsensusClients clients = new ConsensusClients(() -> now, count, news);

  @Test
  void nobodyIsKnownBeforeTheFirstCall() {
    assertThat(clients.latestFirst()).isEmpty();
    assertThat(news.told).isEmpty();
  }

  @Test
  void tellsOfTheFirstClient() {
    clients.called(LIGHTHOUSE);

    assertThat(news.told).containsExactly("first LH v5.3.0");
    assertThat(clients.latestFirst().get(0).client()).isEqualTo(LIGHTHOUSE);
  }

  @Test
  void hasNoNewsInRepeats() {
    clients.called(LIGHTHOUSE);
    after(Duration.ofDays(30));
    clients.called(new ClientVersion("LH", "Lighthouse", "v5.3.0", "0x0DD215C2"));

    assertThat(news.told).containsExactly("first LH v5.3.0", "again LH v5.3.0");
  }

  @Test
  void tellsOfAnUpgrade() {
    clients.called(LIGHTHOUSE);
    clients.called(NEWER_LIGHTHOUSE);

    assertThat(news.told).containsExactly("first LH v5.3.0", "upgraded LH v5.3.0 LH v8.1.3");
    assertThat(clients.latestFirst().get(0).client()).isEqualTo(NEWER_LIGHTHOUSE);
  }

  @Test
  void takesAnotherCommitOfTheSameVersionForAnUpgrade() {
    clients.called(LIGHTHOUSE);
    clients.called(new ClientVersion("LH", "Lighthouse", "v5.3.0", "ffffffff"));

    assertThat(news.told).containsExactly("first LH v5.3.0", "upgraded LH v5.3.0 LH v5.3.0");
  }

  @Test
  void tellsThatAnotherClientTookOver() {
    clients.called(LIGHTHOUSE);
    clients.called(TEKU);

    assertThat(news.told).containsExactly("first LH v5.3.0", "took over LH v5.3.0 TK v26.8.0");
  }

  @Test
  void tellsThatTheFormerClientCameBack() {
    clients.called(LIGHTHOUSE);
    clients.called(TEKU);
    clients.called(LIGHTHOUSE);

    assertThat(news.told).endsWith("took over TK v26.8.0 LH v5.3.0").hasSize(3);
  }

  @Test
  void tellsOnceThatClientsTakeTurns() {
    clients.called(LIGHTHOUSE);
    for (int turn = 0; turn < 1000; turn++) {
      after(Duration.ofMinutes(15));
      clients.called(turn % 2 == 0 ? SNOOPER : LIGHTHOUSE);
    }

    assertThat(news.withoutRepeats())
        .containsExactly(
            "first LH v5.3.0",
            "took over LH v5.3.0 RS v0.0.0",
            "unlisted RS",
            "took over RS v0.0.0 LH v5.3.0",
            "take turns LH v5.3.0, RS v0.0.0");
  }

  @Test
  void tellsOfAReturnAgainWhenTheTurnsAreOverForAnHour() {
    takeTurns();
    after(Duration.ofHours(1));
    clients.called(TEKU);

    assertThat(news.told).endsWith("took over LH v5.3.0 TK v26.8.0");
  }

  @Test
  void takeTurnsUntilAnHourHasPassed() {
    takeTurns();
    after(Duration.ofHours(1).minusSeconds(1));
    clients.called(TEKU);

    assertThat(news.told).endsWith("again TK v26.8.0");
  }

  @Test
  void namesAClientNeverSeenBeforeEvenWhileOthersTakeTurns() {
    takeTurns();
    clients.called(new ClientVersion("PM", "Prysm", "v7.1.5", ""));

    assertThat(news.told).endsWith("took over LH v5.3.0 PM v7.1.5");
  }

  @Test
  void seesAnUpgradeBehindAProxyThatCallsInBetween() {
    clients.called(LIGHTHOUSE);
    clients.called(SNOOPER);
    clients.called(LIGHTHOUSE);
    clients.called(SNOOPER);
    clients.called(NEWER_LIGHTHOUSE);

    assertThat(news.told).endsWith("upgraded LH v5.3.0 LH v8.1.3");
  }

  @Test
  void doesNotTakeAClientThatLeftLongAgoForTheOneThatWasUpgraded() {
    clients.called(LIGHTHOUSE);
    after(Duration.ofDays(1));
    clients.called(TEKU);
    after(Duration.ofDays(1));
    clients.called(NEWER_LIGHTHOUSE);

    assertThat(news.told).endsWith("took over TK v26.8.0 LH v8.1.3");
  }

  @Test
  void takesTheClientThatCalledBeforeForTheFormerOneWhereNoneTakeTurns() {
    clients.called(LIGHTHOUSE);
    clients.called(TEKU);
    clients.called(NEWER_LIGHTHOUSE);

    assertThat(news.told).endsWith("took over TK v26.8.0 LH v8.1.3");
  }

  @Test
  void doesNotTakeASingleReturnForTurns() {
    clients.called(TEKU);
    clients.called(LIGHTHOUSE);
    clients.called(TEKU);
    clients.called(NEWER_LIGHTHOUSE);

    assertThat(news.told).endsWith("took over TK v26.8.0 LH v8.1.3");
  }

  @Test
  void looksForAnUpgradeBehindTheCallerBeforeOnlyWhileTheTurnsGoOn() {
    takeTurns();
    after(Duration.ofHours(1));
    clients.called(new ClientVersion("PM", "Prysm", "v7.1.5", ""));
    clients.called(SNOOPER);
    clients.called(new ClientVersion("PM", "Prysm", "v7.1.6", ""));

    assertThat(news.told).endsWith("took over RS v0.0.0 PM v7.1.6");
  }

  @Test
  void countsOnlyThoseAmongClientsInTurnThatCalledWithinTheHour() {
    clients.called(SNOOPER);
    after(Duration.ofHours(1));
    clients.called(LIGHTHOUSE);
    clients.called(TEKU);
    clients.called(LIGHTHOUSE);
    clients.called(TEKU);

    assertThat(news.told).endsWith("take turns LH v5.3.0, TK v26.8.0");
  }

  @Test
  void clientsWithoutACodeTakeOverFromEachOther() {
    clients.called(new ClientVersion("", "a", "1", ""));
    clients.called(new ClientVersion("", "b", "2", ""));

    assertThat(news.told).containsExactly("first  1", "took over  1  2");
  }

  @Test
  void notesAnUnlistedCodeOnce() {
    clients.called(new ClientVersion("XX", "", "1", ""));
    clients.called(new ClientVersion("XX", "", "2", ""));
    clients.called(new ClientVersion("NA", "", "1", ""));

    assertThat(news.told)
        .containsExactly(
            "first XX 1",
            "unlisted XX",
            "upgraded XX 1 XX 2",
            "took over XX 2 NA 1",
            "unlisted NA");
  }

  @Test
  void notesNoMoreThan64UnlistedCodes() {
    for (int i = 0; i < 100; i++) {
      clients.called(new ClientVersion("X" + i, "", "1", ""));
      after(Duration.ofMinutes(1));
    }

    assertThat(news.told.stream().filter(line -> line.startsWith("unlisted")))
        .hasSize(64)
        .endsWith("unlisted X63");
  }

  @Test
  void namesThirtyNewClientsAMinuteAndSumsUpTheRest() {
    for (int i = 0; i < 2_000; i++) {
      clients.called(client(i));
    }

    assertThat(news.told).hasSize(31);
    assertThat(news.told.get(29)).isEqualTo("upgraded LH 28 LH 29");
    assertThat(news.told.get(30)).isEqualTo("flood 1");
  }

  @Test
  void sumsUpAFloodThatGoesOnOnceAMinute() {
    for (int minute = 0; minute < 10; minute++) {
      for (int i = 0; i < 1_000; i++) {
        clients.called(client(minute * 1_000 + i));
      }
      after(Duration.ofMinutes(1));
    }

    assertThat(news.told.stream().filter(line -> line.startsWith("flood")))
        .startsWith("flood 1", "flood 971")
        .hasSize(10);
    assertThat(news.told.stream().filter(line -> !line.startsWith("flood"))).hasSize(300);
  }

  @Test
  void namesAClientThatTheFloodLeftOutWhenItCallsAgain() {
    for (int i = 0; i < 31; i++) {
      clients.called(client(i));
    }
    after(Duration.ofMinutes(1));
    clients.called(client(30));

    assertThat(news.told).endsWith("flood 1", "upgraded LH 30 LH 30");
  }

  @Test
  void countsAClientThatTheFloodLeftOutOnce() {
    for (int i = 0; i < 31; i++) {
      clients.called(client(i));
    }
    for (int i = 0; i < 10; i++) {
      clients.called(client(30));
    }
    for (int i = 0; i < 29; i++) {
      after(Duration.ofSeconds(2));
      clients.called(client(100 + i));
    }
    after(Duration.ofSeconds(2));
    for (int i = 0; i < 30; i++) {
      clients.called(client(200 + i));
    }
    clients.called(client(300));

    assertThat(news.told.stream().filter(line -> line.startsWith("flood")))
        .containsExactly("flood 1", "flood 31");
  }

  @Test
  void goesOnNamingClientsWhenTheClockWasSetBack() {
    for (int i = 0; i < 30; i++) {
      clients.called(client(i));
    }
    after(Duration.ofDays(-1));
    clients.called(client(30));

    assertThat(news.told).endsWith("upgraded LH 29 LH 30");
  }

  @Test
  void forgetsTheClientThatHasNotCalledForLongest() {
    for (int i = 0; i <= 64; i++) {
      clients.called(client(i));
      after(Duration.ofMinutes(1));
    }
    clients.called(client(1));
    after(Duration.ofHours(1));
    news.told.clear();

    clients.called(client(0));
    assertThat(news.told).as("new again").containsExactly("upgraded LH 1 LH 0");
    clients.called(client(3));
    assertThat(news.told).as("back").endsWith("upgraded LH 0 LH 3");
  }

  @Test
  void keepsTheClientWhoseFollowerWasRefused() {
    clients.called(LIGHTHOUSE);
    clients.refused("params[0] must be an object");

    assertThat(clients.latestFirst().get(0).client()).isEqualTo(LIGHTHOUSE);
    verify(count).refused();
    assertThat(news.told).endsWith("refused params[0] must be an object");
  }

  @Test
  void keepsTheClientWhoseFollowerSaidNothing() {
    clients.called(LIGHTHOUSE);
    clients.calledAnonymously();
    clients.called(LIGHTHOUSE);

    assertThat(news.told).containsExactly("first LH v5.3.0", "anonymous", "again LH v5.3.0");
  }

  @Test
  void keepsTheClientWhoseFollowerSaidWhatMakesNoSense() {
    clients.called(LIGHTHOUSE);
    clients.calledUnreadably("params[0] must be an object");

    assertThat(clients.latestFirst().get(0).client()).isEqualTo(LIGHTHOUSE);
    verify(count, never()).refused();
    assertThat(news.told).endsWith("unreadable params[0] must be an object");
  }

  @Test
  void countsEveryCallWithItsTime() {
    clients.called(LIGHTHOUSE);
    clients.called(LIGHTHOUSE);
    clients.calledAnonymously();

    verify(count, times(2)).called(LIGHTHOUSE, now);
    verifyNoMoreInteractions(count);
  }

  @Test
  void knowsTheClientsLatestFirst() {
    final Instant start = now;
    clients.called(LIGHTHOUSE);
    clients.called(TEKU);
    after(Duration.ofMinutes(5));
    clients.called(LIGHTHOUSE);

    assertThat(clients.latestFirst())
        .containsExactly(
            new SeenClient(LIGHTHOUSE, start, now, 2), new SeenClient(TEKU, start, start, 1));
  }

  @Test
  void knowsNoMoreThanTheLatest64Clients() {
    for (int i = 0; i < 1_000; i++) {
      clients.called(client(i));
    }

    assertThat(clients.latestFirst())
        .hasSize(64)
        .first()
        .returns("999", seen -> seen.client().version());
  }

  @Test
  void losesNoCallOfManyThreads() throws Exception {
    final ExecutorService threads = Executors.newFixedThreadPool(8);
    final CountDownLatch go = new CountDownLatch(1);
    final ConsensusClients shared =
        new ConsensusClients(() -> now, mock(CallCount.class), new RecordedNews());
    try {
      final List<Future<?>> calls = new ArrayList<>();
      for (int thread = 0; thread < 8; thread++) {
        final ClientVersion client = thread % 2 == 0 ? LIGHTHOUSE : TEKU;
        calls.add(
            threads.submit(
                () -> {
                  go.await();
                  for (int i = 0; i < 1_000; i++) {
                    shared.called(client);
                  }
                  return null;
                }));
      }
      go.countDown();
      for (final Future<?> call : calls) {
        call.get();
      }
    } finally {
      threads.shutdownNow();
    }

    assertThat(shared.latestFirst()).extracting(SeenClient::calls).containsOnly(4_000L).hasSize(2);
  }

  private void takeTurns() {
    clients.called(LIGHTHOUSE);
    clients.called(TEKU);
    clients.called(LIGHTHOUSE);
    clients.called(TEKU);
    clients.called(LIGHTHOUSE);
    assertThat(news.told).contains("take turns LH v5.3.0, TK v26.8.0");
  }

  private void after(final Duration time) {
    now = now.plus(time);
  }

  private static ClientVersion client(final int version) {
    return new ClientVersion("LH", "Lighthouse", String.valueOf(version), "");
  }
}
