// SPDX-License-Identifier: Apache-2.0
package io.besuplugins.clientversion.robustness;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.besuplugins.clientversion.PluginHarness;
import io.besuplugins.clientversion.observer.EngineCallLogObserver;
import java.lang.management.ManagementFactory;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntConsumer;
import org.apache.logging.log4j.Level;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

class BoundedMemoryTest {

  private static final int CALLS = 10_000;

  private final PluginHarness plugin = new PluginHarness();

  @BeforeEach
  void publish() {
    PluginHarness.LOG.attach(Level.INFO);
    plugin.publishMetrics(true);
  }

  @Test
  void retainsNoMoreAfterAHundredThousandIdentitiesThanAfterAThousand() {
    callAsIdentities(0, 1_000);
    final long before = retainedBytes();
    callAsIdentities(1_000, 100_000);
    assertThat(retainedBytes() - before).as("of more than 20 MiB").isLessThan(4 << 20);
    assertThat(plugin.tracker.mostRecentFirst()).hasSize(64);
  }

  @Test
  void allocatesAtMostOneKilobyteForAKnownClientAndFourForANewOne() {
    final Object[] known = params("v5.3.0-0dd215c");
    assertAllocatesAtMost(1_024, i -> plugin.call(() -> known));
    assertAllocatesAtMost(4_096, i -> plugin.recorder.record(params("v5.3." + i)));
    assertThat(plugin.tracker.mostRecentFirst()).hasSize(64);
  }

  @Test
  void allocatesNextToNothingToObserveAnotherEngineMethod() {
    final Logger engine =
        LoggerFactory.getLogger(
            "org.hyperledger.besu.ethereum.api.jsonrpc.internal.methods"
                + ".ExecutionEngineJsonRpcMethod");
    final AtomicReference<Object[]> observed = new AtomicReference<>();
    final Object[] payload = {Map.of("transactions", "0x" + "00".repeat(100_000))};
    try (EngineCallLogObserver observer =
        new EngineCallLogObserver(
            getClass().getClassLoader(), "observed", observed::set, plugin.failures::add)) {
      assertAllocatesAtMost(128, i -> engine.trace("{} {}", "engine_newPayloadV3", payload));
      engine.trace("{} {}", "observed", payload);
    }
    assertThat(observed).hasValue(payload);
  }

  private void callAsIdentities(final int first, final int end) {
    for (int i = first; i < end; i++) {
      final Object[] identity = params(i + " " + "x".repeat(300));
      plugin.call(() -> identity);
    }
    assertThat(plugin.failures).isEmpty();
  }

  private static Object[] params(final String version) {
    return new Object[] {
      Map.of("code", "LH", "commit", "0x0dd215c2", "name", version, "version", version)
    };
  }

  private static void assertAllocatesAtMost(final long maxBytes, final IntConsumer call) {
    final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = 0;
    for (int i = 0; i < 2 * CALLS; i++) {
      if (i == CALLS) {
        before = threads.getCurrentThreadAllocatedBytes();
      }
      call.accept(i);
    }
    final long bytes = (threads.getCurrentThreadAllocatedBytes() - before) / CALLS;
    assertThat(bytes).isLessThanOrEqualTo(maxBytes);
  }

  private static long retainedBytes() {
    final var memory = ManagementFactory.getMemoryMXBean();
    memory.gc();
    return memory.getHeapMemoryUsage().getUsed();
  }
}
