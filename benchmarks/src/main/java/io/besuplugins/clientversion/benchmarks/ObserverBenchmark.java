// SPDX-License-Identifier: Apache-2.0
package io.besuplugins.clientversion.benchmarks;

import io.besuplugins.clientversion.observer.EngineCallLogObserver;
import java.util.Map;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The event that Besu's engine methods log at TRACE before they execute: what the observer adds to
 * every engine call. Recording the caller is not included.
 */
public class ObserverBenchmark {

  private static final Logger ENGINE_METHODS =
      LoggerFactory.getLogger(
          "org.hyperledger.besu.ethereum.api.jsonrpc.internal.methods.ExecutionEngineJsonRpcMethod");
  private static final String OBSERVED_METHOD = "engine_getClientVersionV1";
  private static final Object[] CLIENT_VERSION = {Map.of("code", "LH", "name", "Lighthouse")};
  private static final Object[] PAYLOAD = {Map.of("transactions", "0x" + "00".repeat(100_000))};

  /** An installed observer. */
  @State(Scope.Benchmark)
  public static class Installed {

    private EngineCallLogObserver observer;
    private Object[] observed;

    /** Installs the observer. */
    @Setup
    public void install() {
      observer =
          new EngineCallLogObserver(
              ObserverBenchmark.class.getClassLoader(),
              OBSERVED_METHOD,
              params -> observed = params,
              failure -> {
                throw new IllegalStateException(failure);
              });
    }

    /** Proves that the observer was installed during the measurement. */
    @TearDown
    public void close() {
      log(OBSERVED_METHOD, CLIENT_VERSION);
      observer.close();
      if (observed != CLIENT_VERSION) {
        throw new IllegalStateException("The observer did not receive the event");
      }
    }
  }

  /** The observed method. */
  @Benchmark
  public void observedMethod(final Installed observer) {
    log(OBSERVED_METHOD, CLIENT_VERSION);
  }

  /** Another engine method, with a payload of 100 KB. */
  @Benchmark
  public void otherMethod(final Installed observer) {
    log("engine_newPayloadV3", PAYLOAD);
  }

  /** Any engine method without the plugin. */
  @Benchmark
  public void methodWithoutObserver() {
    log("engine_newPayloadV3", PAYLOAD);
  }

  private static void log(final String method, final Object[] params) {
    ENGINE_METHODS.trace("execution engine JSON-RPC request {} {}", method, params);
  }
}
