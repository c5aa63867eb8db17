// SPDX-License-Identifier: Apache-2.0
package io.besuplugins.clientversion.benchmarks;

import io.besuplugins.clientversion.observer.EngineCallObserver;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A log call of any part of Besu, at a level that is disabled, with and without the observer. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(5)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class DisabledLogCallBenchmark {

  private static final Logger LOG = LoggerFactory.getLogger("org.hyperledger.besu.ethereum.core");

  /** Whether there is an observer. */
  @Param({"false", "true"})
  private boolean observer;

  private final Object first = "0x1";
  private final Object second = "0x2";
  private EngineCallObserver installed;

  /** Starts observing. */
  @Setup
  public void observe() {
    if (observer) {
      installed =
          new EngineCallObserver(
              DisabledLogCallBenchmark.class.getClassLoader(), new ObserverBenchmark.Observed());
    }
  }

  /** Stops observing. */
  @TearDown
  public void close() {
    if (installed != null) {
      installed.close();
    }
  }

  /** Without arguments. */
  @Benchmark
  public void noArguments() {
    LOG.debug("Importing a block");
  }

  /** With two arguments, as the log call that is observed. */
  @Benchmark
  public void twoArguments() {
    LOG.debug("Importing block {} of peer {}", first, second);
  }
}
