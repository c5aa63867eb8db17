package io.besuplugins.clientversion.anycall;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.besuplugins.clientversion.RecordedMetrics;
import io.besuplugins.clientversion.consensus.ConsensusClients;
import io.besuplugins.clientversion.consensus.SeenClient;
import io.besuplugins.clientversion.engine.CallerNotes;
import io.besuplugins.clientversion.engine.GetClientVersion;
import io.besuplugins.clientversion.identification.ClientVersion;
import io.besuplugins.clientversion.operator.ConsensusClientMetrics;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.hyperledger.besu.plugin.services.exception.PluginRpcEndpointException;
import org.junit.jupiter.api.Test;

class ManyThreadsTest {

  private static final int CALLERS = 8;
  private static final int CALLS = 10_000;
  private static final int IDENTITIES = 5;
  private static final ClientVersion BESU = new ClientVersion("BU", "Besu", "24.8.0", "ac9f8bbd");

  private final Queue<Throwable> failures = new ConcurrentLinkedQueue<>();
  private final RecordedMetrics scrape = new RecordedMetrics();
  private final ConsensusClientMetrics metrics = new ConsensusClientMetrics();

  /** Goes on by a millisecond at each call that says who calls. */
  private final AtomicLong time = new AtomicLong();

  private final ConsensusClients clients =
      new ConsensusClients(
          () -> Instant.ofEpochMilli(time.incrementAndGet()), metrics, PrintedEvents.newLog());
  private final CallerNotes notes = new CallerNotes(clients, failures::add);
  private final GetClientVersion method = new GetClientVersion(BESU, notes);

  @Test
  void countsEachOfEightyThousandCallsWhileTheyAreReadAndPublished() throws Exception {
    final CountDownLatch halfWay = new CountDownLatch(CALLERS * CALLS / 2);
    final AtomicBoolean calling = new AtomicBoolean(true);
    final ExecutorService threads = Executors.newFixedThreadPool(CALLERS + 2);
    final List<Future<Long>> callers = new ArrayList<>();
    try {
      for (int i = 0; i < CALLERS; i++) {
        final boolean besuAnswers = i % 2 == 0;
        callers.add(threads.submit(() -> call(besuAnswers, halfWay)));
      }
      final Future<Long> readers = threads.submit(() -> read(calling));
      assertThat(halfWay.await(1, TimeUnit.MINUTES)).isTrue();
      metrics.publish(scrape);
      for (final Future<Long> caller : callers) {
        assertThat(caller.get(1, TimeUnit.MINUTES)).isEqualTo(CALLS);
      }
      calling.set(false);
      assertThat(readers.get(1, TimeUnit.MINUTES)).isPositive();
    } finally {
      calling.set(false);
      threads.shutdownNow();
    }
    PrintedEvents.takeAll();

    assertThat(failures).isEmpty();
    final long each = (long) CALLERS * CALLS / IDENTITIES;
    assertThat(clients.latestFirst())
        .hasSize(IDENTITIES)
        .extracting(SeenClient::calls)
        .containsOnly(each);
    assertThat(scrape.byLabels("besu_rpc_consensus_client_calls_total"))
        .hasSize(IDENTITIES)
        .allSatisfy((labels, calls) -> assertThat(calls).isEqualTo(each));
    assertThat(scrape.counters())
        .containsExactly(
            Map.entry("besu_rpc_consensus_client_refused_calls_total", CALLERS / 2L * CALLS));
  }

  @Test
  void losesNoCallInTheMetricsHoweverTheyCome() throws Exception {
    final CountDownLatch halfWay = new CountDownLatch(CALLERS * CALLS / 2);
    final ExecutorService threads = Executors.newFixedThreadPool(CALLERS);
    final List<Future<?>> callers = new ArrayList<>();
    try {
      for (int i = 0; i < CALLERS; i++) {
        callers.add(threads.submit(() -> countCalls(halfWay)));
      }
      assertThat(halfWay.await(1, TimeUnit.MINUTES)).isTrue();
      metrics.publish(scrape);
      for (final Future<?> caller : callers) {
        caller.get(1, TimeUnit.MINUTES);
      }
    } finally {
      threads.shutdownNow();
    }

    assertThat(scrape.byLabels("besu_rpc_consensus_client_calls_total"))
        .containsExactly(
            Map.entry(List.of("BU", "Besu", "24.8.0", "ac9f8bbd"), (long) CALLERS * CALLS));
    assertThat(scrape.counters())
        .containsExactly(
            Map.entry("besu_rpc_consensus_client_refused_calls_total", (long) CALLERS * CALLS));
  }

  private void countCalls(final CountDownLatch halfWay) {
    for (int i = 0; i < CALLS; i++) {
      metrics.called(BESU, Instant.EPOCH);
      metrics.refused();
      halfWay.countDown();
    }
  }

  private long call(final boolean besuAnswers, final CountDownLatch halfWay) {
    long calls = 0;
    for (int i = 0; i < CALLS; i++) {
      final Object[] params = {Map.of("code", "LH", "version", "v" + i % IDENTITIES)};
      if (besuAnswers) {
        notes.note(params);
        notes.note(new Object[] {i});
      } else {
        assertThat(method.apply(() -> params)).containsExactly(BESU);
        assertThatThrownBy(() -> method.apply(() -> new Object[] {7}))
            .isInstanceOf(PluginRpcEndpointException.class);
      }
      halfWay.countDown();
      calls++;
    }
    return calls;
  }

  /** Each list is of one moment: as many calls in all as the clock had gone on by the latest. */
  private long read(final AtomicBoolean calling) {
    long lists = 0;
    while (calling.get()) {
      final List<SeenClient> seen = clients.latestFirst();
      PrintedEvents.takeAll();
      if (!seen.isEmpty()) {
        assertThat(seen.stream().mapToLong(SeenClient::calls).sum())
            .isEqualTo(seen.get(0).lastSeen().toEpochMilli());
        assertThat(seen)
            .extracting(SeenClient::lastSeen)
            .isSortedAccordingTo(Comparator.reverseOrder());
        assertThat(seen).extracting(SeenClient::client).doesNotHaveDuplicates();
        lists++;
      }
    }
    return lists;
  }
}
