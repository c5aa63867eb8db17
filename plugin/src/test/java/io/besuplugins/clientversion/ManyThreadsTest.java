// SPDX-License-Identifier: Apache-2.0
package io.besuplugins.clientversion;

import static org.assertj.core.api.Assertions.assertThat;

import io.besuplugins.clientversion.besu.ModeReason;
import io.besuplugins.clientversion.client.ClientVersion;
import io.besuplugins.clientversion.client.ConsensusClient;
import io.besuplugins.clientversion.client.ConsensusClientCall;
import io.besuplugins.clientversion.client.ConsensusClientListener;
import io.besuplugins.clientversion.client.ConsensusClientTracker;
import io.besuplugins.clientversion.monitoring.ConsensusClientMetrics;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** Besu 26.8.1 and newer execute engine methods in several threads at the same time. */
class ManyThreadsTest {

  private static final int THREADS = 8;
  private static final int CALLS = 10_000;
  private static final int CLIENTS = 5;
  private static final long CALLS_OF_EACH = (long) THREADS * CALLS / CLIENTS;

  private final ConsensusClientMetrics metrics =
      new ConsensusClientMetrics("1.0.0", ModeReason.MERGE_FLAG_SET);

  /** Advances by a second with each call. */
  private final AtomicLong seconds = new AtomicLong();

  private final InstantSource clock = () -> Instant.ofEpochSecond(seconds.incrementAndGet());
  private final OrderChecker order = new OrderChecker();
  private final ConsensusClientTracker tracker = new ConsensusClientTracker(clock, metrics, order);
  private final CountDownLatch halfWay = new CountDownLatch(THREADS * CALLS / 2);

  @Test
  void recordsEveryCallInOrderWhileOthersReadAndMetricsAreBound() throws Exception {
    final ExecutorService threads = Executors.newFixedThreadPool(THREADS + 1);
    final List<Future<?>> callers = new ArrayList<>();
    for (int i = 0; i < THREADS; i++) {
      callers.add(threads.submit(this::call));
    }
    final Future<Integer> reader = threads.submit(() -> readClients(callers));
    threads.shutdown();
    assertThat(halfWay.await(1, TimeUnit.MINUTES)).isTrue();
    final RecordingMetricsSystem system =
        new RecordingMetricsSystem(RecordingMetricsSystem.Api.SINCE_24_12);
    metrics.bindTo(system);
    for (final Future<?> caller : callers) {
      caller.get(1, TimeUnit.MINUTES);
    }
    assertThat(reader.get(1, TimeUnit.MINUTES)).isPositive();

    assertThat(order.calls).isEqualTo(THREADS * CALLS);
    assertThat(order.violations).isZero();
    assertThat(tracker.mostRecentFirst())
        .hasSize(CLIENTS)
        .extracting(ConsensusClient::calls)
        .containsOnly(CALLS_OF_EACH);
    assertThat(system.read("besu_rpc_consensus_client_calls_total"))
        .hasSize(CLIENTS)
        .allSatisfy((labels, calls) -> assertThat(calls).isEqualTo(CALLS_OF_EACH));
    assertThat(system.read("besu_rpc_consensus_client_rejected_calls_total"))
        .containsEntry(List.of(), (double) THREADS * CALLS);
    assertThat(system.read("besu_rpc_consensus_client_version").values())
        .hasSize(CLIENTS)
        .containsOnlyOnce(1.0);
  }

  private void call() {
    for (int i = 0; i < CALLS; i++) {
      tracker.recordCall(new ClientVersion("LH", "", "v" + i % CLIENTS, ""));
      tracker.recordRejectedCall("invalid");
      halfWay.countDown();
    }
  }

  /** Each list is consistent: it has as many calls as the clock had ticks at the latest one. */
  private int readClients(final List<Future<?>> callers) {
    int lists = 0;
    while (lists == 0 || !callers.stream().allMatch(Future::isDone)) {
      final List<ConsensusClient> clients = tracker.mostRecentFirst();
      if (!clients.isEmpty()) {
        assertThat(clients.stream().mapToLong(ConsensusClient::calls).sum())
            .isEqualTo(clients.get(0).lastSeen().getEpochSecond());
        assertThat(clients)
            .extracting(ConsensusClient::lastSeen)
            .isSortedAccordingTo(Comparator.reverseOrder());
        lists++;
      }
    }
    return lists;
  }

  /** Has no lock of its own: the tracker delivers one event at a time. */
  private static final class OrderChecker implements ConsensusClientListener {

    private ConsensusClientCall last;
    private int calls;
    private int violations;

    @Override
    public void onCall(final ConsensusClientCall call) {
      final boolean isNext =
          last == null
              || call.time().equals(last.time().plusSeconds(1))
                  && last.client().equals(call.previous());
      violations += isNext ? 0 : 1;
      last = call;
      calls++;
    }
  }
}
