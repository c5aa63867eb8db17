package io.besuplugins.clientversion.cost;

import io.besuplugins.clientversion.engine.EngineLogObserver;
import java.util.Map;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The event that Besu's engine methods log at TRACE before they answer, at a level of INFO: what
 * the observer adds to each engine call. The consumer of what it hears is not part of it.
 */
public class EngineLogBenchmark {

  private static final Logger ENGINE =
      LoggerFactory.getLogger(
          "org.hyperledger.besu.ethereum.api.jsonrpc.internal.methods.ExecutionEngineJsonRpcMethod");
  private static final Object[] IDENTITY = {Map.of("code", "LH", "name", "Lighthouse")};
  private static final Object[] PAYLOAD = {Map.of("transactions", "0x" + "00".repeat(100_000))};

  /** Besu's log with an observer. */
  @State(Scope.Benchmark)
  public static class Observed {

    private EngineLogObserver observer;
    private Object[] heard;

    /** Puts the observer in place. */
    @Setup
    public void observe() {
      observer =
          EngineLogObserver.observe(
              EngineLogBenchmark.class.getClassLoader(),
              params -> heard = params,
              failure -> {
                throw new IllegalStateException(failure);
              });
    }

    /** Proves that it was in place while the time was taken. */
    @TearDown
    public void close() {
      event("engine_getClientVersionV1", IDENTITY);
      observer.close();
      if (heard != IDENTITY) {
        throw new IllegalStateException("the observer heard nothing");
      }
    }
  }

  /** The method itself, observed. */
  @Benchmark
  public void observedClientVersion(final Observed log) {
    event("engine_getClientVersionV1", IDENTITY);
  }

  /** Another engine method, observed, with the params of a block of 100 KB. */
  @Benchmark
  public void observedOtherMethod(final Observed log) {
    event("engine_newPayloadV3", PAYLOAD);
  }

  /** Any engine method without the plugin. */
  @Benchmark
  public void unobservedMethod() {
    event("engine_newPayloadV3", PAYLOAD);
  }

  private static void event(final String method, final Object[] params) {
    ENGINE.trace("execution engine JSON-RPC request {} {}", method, params);
  }
}
