// SPDX-License-Identifier: Apache-2.0
package io.besuplugins.clientversion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verifyNoInteractions;

import com.sun.management.ThreadMXBean;
import io.besuplugins.clientversion.besu.ModeReason;
import io.besuplugins.clientversion.client.ClientVersion;
import io.besuplugins.clientversion.client.ConsensusClientTracker;
import io.besuplugins.clientversion.monitoring.ConsensusClientLog;
import io.besuplugins.clientversion.monitoring.ConsensusClientMetrics;
import io.besuplugins.clientversion.observer.EngineCallListener;
import io.besuplugins.clientversion.observer.EngineCallObserver;
import io.besuplugins.clientversion.rpc.EngineGetClientVersionV1;
import java.lang.management.ManagementFactory;
import java.time.InstantSource;
import java.util.Map;
import java.util.function.IntConsumer;
import org.apache.logging.log4j.Level;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

class BoundedMemoryTest {

  private static final int CALLS = 10_000;

  private final LogCaptor captor = LogCaptor.of(BoundedMemoryTest.class, Level.INFO);
  private final ConsensusClientMetrics metrics =
      new ConsensusClientMetrics("1.0.0", ModeReason.METHOD_UNKNOWN);
  private final ConsensusClientTracker tracker =
      new ConsensusClientTracker(
          InstantSource.system(),
          metrics,
          new ConsensusClientLog(
              LoggerFactory.getLogger(BoundedMemoryTest.class), System::nanoTime));
  private final EngineGetClientVersionV1 method =
      new EngineGetClientVersionV1(new ClientVersion("BU", "Besu", "24.8.0", "ac9f8bbd"), tracker);

  BoundedMemoryTest() {
    metrics.bindTo(new RecordingMetricsSystem(RecordingMetricsSystem.Api.SINCE_24_12));
  }

  @AfterEach
  void stopCapturing() {
    captor.close();
  }

  @Test
  void retainsNoMoreAfterAHundredThousandClientsThanAfterAThousand() {
    callAsNewClients(0, 1_000);
    final long before = retainedBytes();
    callAsNewClients(1_000, 100_000);
    assertThat(retainedBytes() - before).as("of more than 20 MiB").isLessThan(4 << 20);
    assertThat(tracker.mostRecentFirst()).hasSize(64);
  }

  @Test
  void allocatesAtMostOneKilobyteForAKnownClientAndFourForANewOne() {
    final Object[] known = params("v5.3.0-0dd215c");
    assertAllocatesAtMost(1_024, i -> method.execute(() -> known));
    assertAllocatesAtMost(4_096, i -> method.execute(() -> params("v5.3." + i)));
  }

  /** Compares, because Mockito may have instrumented log4j's classes in this process. */
  @Test
  void allocatesNothingToObserveOtherLogCalls() {
    final Logger engine =
        LoggerFactory.getLogger(
            "org.hyperledger.besu.ethereum.api.jsonrpc.internal.methods"
                + ".ExecutionEngineJsonRpcMethod");
    final Object[] payload = {Map.of("transactions", "0x" + "00".repeat(100_000))};
    final IntConsumer logCalls =
        i -> {
          engine.trace("{} {}", "engine_newPayloadV3", payload);
          engine.trace("no arguments");
          engine.trace("{}", payload);
          engine.trace("{} {} {} {}", payload);
        };
    final long unobserved = allocatedBytes(logCalls);
    final EngineCallListener listener = mock();
    try (EngineCallObserver observer =
        new EngineCallObserver(getClass().getClassLoader(), listener)) {
      assertThat(allocatedBytes(logCalls)).isLessThanOrEqualTo(unobserved);
    }
    verifyNoInteractions(listener);
  }

  private void callAsNewClients(final int first, final int end) {
    for (int i = first; i < end; i++) {
      final Object[] client = params(i + " " + "x".repeat(300));
      method.execute(() -> client);
    }
  }

  private static Object[] params(final String version) {
    return new Object[] {
      Map.of("code", "LH", "commit", "0x0dd215c2", "name", version, "version", version)
    };
  }

  private static void assertAllocatesAtMost(final long maxBytes, final IntConsumer call) {
    assertThat(allocatedBytes(call)).isLessThanOrEqualTo(maxBytes);
  }

  /** By one call, when it has been made often. */
  private static long allocatedBytes(final IntConsumer call) {
    final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = 0;
    for (int i = 0; i < 2 * CALLS; i++) {
      if (i == CALLS) {
        before = threads.getCurrentThreadAllocatedBytes();
      }
      call.accept(i);
    }
    return (threads.getCurrentThreadAllocatedBytes() - before) / CALLS;
  }

  private static long retainedBytes() {
    final var memory = ManagementFactory.getMemoryMXBean();
    memory.gc();
    return memory.getHeapMemoryUsage().getUsed();
  }
}
