// SPDX-License-Identifier: Apache-2.0
package io.besuplugins.clientversion.benchmarks;

import io.besuplugins.clientversion.client.ClientVersion;
import io.besuplugins.clientversion.rpc.EngineGetClientVersionV1;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.hyperledger.besu.plugin.services.rpc.PluginRpcRequest;
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

/** A call of {@code engine_getClientVersionV1} that the plugin serves and records. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(3)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class AnswerBenchmark {

  private RecordedCalls calls;
  private EngineGetClientVersionV1 method;
  private PluginRpcRequest request;

  /** Creates the RPC method. */
  @Setup
  public void createMethod(final RecordedCalls recordedCalls) {
    calls = recordedCalls;
    method =
        new EngineGetClientVersionV1(
            new ClientVersion("BU", "Besu", "24.8.0", "ac9f8bbd"), calls.tracker);
    request = () -> calls.params;
  }

  /** The result, before Besu serializes it. */
  @Benchmark
  public List<ClientVersion> answer() {
    return method.execute(request);
  }

  /** Fails if the calls were not recorded. */
  @TearDown
  public void check() {
    calls.requireRecordedCalls();
  }
}
