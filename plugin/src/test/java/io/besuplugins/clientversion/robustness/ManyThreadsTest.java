// SPDX-License-Identifier: Apache-2.0
package io.besuplugins.clientversion.robustness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.besuplugins.clientversion.PluginHarness;
import io.besuplugins.clientversion.RecordingMetricsSystem;
import io.besuplugins.clientversion.consensus.ConsensusClientSnapshot;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.hyperledger.besu.plugin.services.exception.PluginRpcEndpointException;
import org.junit.jupiter.api.Test;

class ManyThreadsTest {

  private static final int THREADS = 8;
  private static final int CALLS = 10_000;
  private static final int IDENTITIES = 5;

  /** Advances by a second with each call of a client that identifies itself. */
  private final AtomicLong seconds = new AtomicLong();

  private final PluginHarness plugin =
      new PluginHarness(() -> Instant.ofEpochSecond(seconds.incrementAndGet()));
  private final CountDownLatch halfWay = new CountDownLatch(THREADS * CALLS / 2);

  @Test
  void countsEveryCallWhileOthersReadAndMetricsArePublished() throws Exception {
    final ExecutorService threads = Executors.newFixedThreadPool(THREADS + 1);
    final List<Future<?>> callers = new ArrayList<>();
    for (int i = 0; i < THREADS; i++) {
      final boolean besuAnswers = i % 2 == 0;
      callers.add(threads.submit(() -> call(besuAnswers)));
    }
    final Future<Integer> reader = threads.submit(() -> readSnapshots(callers));
    threads.shutdown();
    assertThat(halfWay.await(1, TimeUnit.MINUTES)).isTrue();
    final RecordingMetricsSystem metrics = plugin.publishMetrics(true);
    for (final Future<?> caller : callers) {
      caller.get(1, TimeUnit.MINUTES);
    }
    assertThat(reader.get(1, TimeUnit.MINUTES)).isPositive();

    assertThat(plugin.failures).isEmpty();
    final long each = (long) THREADS * CALLS / IDENTITIES;
    assertThat(plugin.tracker.mostRecentFirst())
        .hasSize(IDENTITIES)
        .extracting(ConsensusClientSnapshot::calls)
        .containsOnly(each);
    assertThat(metrics.read("besu_rpc_consensus_client_calls_total"))
        .hasSize(IDENTITIES)
        .allSatisfy((labels, calls) -> assertThat(calls).isEqualTo(each));
    assertThat(metrics.read("besu_rpc_consensus_client_refused_calls_total"))
        .containsEntry(List.of(), THREADS / 2.0 * CALLS);
    assertThat(metrics.read("besu_rpc_consensus_client_version").values())
        .hasSize(IDENTITIES)
        .containsOnlyOnce(1.0);
  }

  private void call(final boolean besuAnswers) {
    for (int i = 0; i < CALLS; i++) {
      final Object[] params = {Map.of("code", "LH", "version", "v" + i % IDENTITIES)};
      if (besuAnswers) {
        plugin.recorder.record(params);
        plugin.recorder.record(new Object[] {i});
      } else {
        assertThat(plugin.call(() -> params)).isEqualTo(List.of(PluginHarness.BESU));
        assertThatThrownBy(() -> plugin.call(() -> new Object[] {7}))
            .isInstanceOf(PluginRpcEndpointException.class);
      }
      halfWay.countDown();
    }
  }

  /** Each snapshot is consistent: it has as many calls as the clock had ticks at the latest. */
  private int readSnapshots(final List<Future<?>> callers) {
    int snapshots = 0;
    while (snapshots == 0 || !callers.stream().allMatch(Future::isDone)) {
      final List<ConsensusClientSnapshot> clients = plugin.tracker.mostRecentFirst();
      PluginHarness.LOG.clear();
      if (!clients.isEmpty()) {
        assertThat(clients.stream().mapToLong(ConsensusClientSnapshot::calls).sum())
            .isEqualTo(Instant.parse(clients.get(0).lastSeen()).getEpochSecond());
        assertThat(clients)
            .extracting(ConsensusClientSnapshot::lastSeen)
            .isSortedAccordingTo(Comparator.reverseOrder());
        snapshots++;
      }
    }
    return snapshots;
  }
}
