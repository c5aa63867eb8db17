// SPDX-License-Identifier: Apache-2.0
package io.besuplugins.clientversion.benchmarks;

import io.besuplugins.clientversion.client.ClientVersionParser;
import io.besuplugins.clientversion.client.InvalidClientVersionException;
import io.besuplugins.clientversion.observer.EngineCallListener;
import io.besuplugins.clientversion.observer.EngineCallObserver;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The log call that Besu's engine methods make at TRACE, which is disabled, with the observer. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(3)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class ObserverBenchmark {

  private static final Logger ENGINE_METHODS =
      LoggerFactory.getLogger(
          "org.hyperledger.besu.ethereum.api.jsonrpc.internal.methods.ExecutionEngineJsonRpcMethod");
  private static final String GET_CLIENT_VERSION = "engine_getClientVersionV1";
  private static final Object[] PAYLOAD = {Map.of("transactions", "0x" + "00".repeat(100_000))};

  /** An observer that does nothing with a call. */
  @State(Scope.Benchmark)
  public static class Observed extends Listener {
    private Object[] lastParams;

    @Override
    public void onCall(final Object[] params) {
      lastParams = params;
    }

    @Override
    void check() {
      log(GET_CLIENT_VERSION, PAYLOAD);
      if (lastParams != PAYLOAD) {
        throw new IllegalStateException("No call was observed");
      }
    }
  }

  /** An observer whose calls are parsed and recorded. */
  @State(Scope.Benchmark)
  public static class Recorded extends Listener {
    private final RecordedCalls calls = new RecordedCalls();

    @Override
    public void onCall(final Object[] params) {
      try {
        ClientVersionParser.parse(params).ifPresent(calls.tracker::recordCall);
      } catch (final InvalidClientVersionException e) {
        throw new IllegalStateException(e);
      }
    }

    @Override
    void check() {
      calls.requireRecordedCalls();
    }
  }

  /** Observes during the measurement. */
  abstract static class Listener implements EngineCallListener {
    private EngineCallObserver observer;

    /** Starts observing. */
    @Setup
    public void observe() {
      observer = new EngineCallObserver(ObserverBenchmark.class.getClassLoader(), this);
    }

    /** Stops observing, and fails if no call was observed. */
    @TearDown
    public void close() {
      check();
      observer.close();
    }

    abstract void check();

    @Override
    public void onObservingFailed(final Throwable failure) {
      throw new IllegalStateException(failure);
    }
  }

  /** A call of the observed method; nothing is done with it. */
  @Benchmark
  public void observe(final Observed observed, final RecordedCalls calls) {
    log(GET_CLIENT_VERSION, calls.params);
  }

  /** A call of the observed method, parsed and recorded. */
  @Benchmark
  public void observeAndRecord(final Recorded recorded) {
    log(GET_CLIENT_VERSION, recorded.calls.params);
  }

  /** A call of another engine method, with a payload of 100 KB. */
  @Benchmark
  public void otherEngineCall(final Observed observed) {
    log("engine_newPayloadV3", PAYLOAD);
  }

  private static void log(final String method, final Object[] params) {
    ENGINE_METHODS.trace("execution engine JSON-RPC request {} {}", method, params);
  }
}
