package io.besuplugins.clientversion.cost;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;

/** What of the costs does not depend on the machine. */
class AllocationTest {

  private static final int CALLS = 10_000;

  private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private final CallsBenchmark calls = new CallsBenchmark();

  @Test
  void answerToAKnownClientTakesNoMoreThanAKilobyte() {
    calls.wire();
    assertThat(bytesACall(calls::answerToKnownClient)).isBetween(1L, 1_024L);
  }

  @Test
  void sightingOfANewClientTakesNoMoreThanFourKilobytes() {
    calls.wire();
    assertThat(bytesACall(calls::sightingOfNewClient)).isBetween(1L, 4_096L);
  }

  @Test
  void engineCallThatIsObservedTakesNextToNothing() {
    final EngineLogBenchmark log = new EngineLogBenchmark();
    final EngineLogBenchmark.Observed observed = new EngineLogBenchmark.Observed();
    observed.observe();
    try {
      assertThat(bytesACall(() -> log.observedOtherMethod(observed))).isLessThan(128L);
    } finally {
      observed.close();
    }
  }

  private long bytesACall(final Runnable call) {
    repeat(call);
    final long before = threads.getCurrentThreadAllocatedBytes();
    repeat(call);
    return (threads.getCurrentThreadAllocatedBytes() - before) / CALLS;
  }

  private static void repeat(final Runnable call) {
    for (int i = 0; i < CALLS; i++) {
      call.run();
    }
  }
}
