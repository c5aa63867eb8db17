// SPDX-License-Identifier: Apache-2.0
package io.besuplugins.clientversion.benchmarks;

import io.besuplugins.clientversion.consensus.CallStatistics;
import io.besuplugins.clientversion.consensus.ConsensusClientTracker;
import io.besuplugins.clientversion.engine.CallRecorder;
import io.besuplugins.clientversion.engine.EngineGetClientVersionV1;
import io.besuplugins.clientversion.identification.ClientVersion;
import io.besuplugins.clientversion.operator.ConsensusClientMetrics;
import io.besuplugins.clientversion.operator.OperatorLog;
import io.besuplugins.clientversion.operator.PluginStatus;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.hyperledger.besu.plugin.services.rpc.PluginRpcRequest;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.slf4j.LoggerFactory;

/** Calls of consensus clients, with params as Jackson has parsed them. */
@State(Scope.Benchmark)
public class CallBenchmark {

  /** Far more than the plugin remembers, so that each client is new whenever it calls again. */
  private static final int NEW_CLIENTS = 4_096;

  private static final Object[] KNOWN_CLIENT = params("v5.3.0-0dd215c");

  private final List<Object[]> newClients =
      IntStream.range(0, NEW_CLIENTS).mapToObj(i -> params("v5.3." + i)).toList();

  private CallRecorder recorder;
  private EngineGetClientVersionV1 method;
  private PluginRpcRequest request;
  private int next;

  /** Wires the plugin as its lifecycle class does. */
  @Setup
  public void wire() {
    final ClientVersion besu = new ClientVersion("BU", "Besu", "24.8.0", "ac9f8bbd");
    final CallStatistics statistics = new CallStatistics();
    final ConsensusClientTracker tracker =
        new ConsensusClientTracker(
            InstantSource.system(),
            new OperatorLog(LoggerFactory.getLogger(CallBenchmark.class)),
            statistics);
    final ConsensusClientMetrics metrics =
        new ConsensusClientMetrics(
            new CountingMetricsSystem(),
            statistics,
            new PluginStatus(besu, "1.0.0", PluginStatus.Mode.ANSWER, null));
    tracker.publishCounts(metrics::countCalls, metrics::countRejectedCalls);
    recorder =
        new CallRecorder(
            tracker,
            failure -> {
              throw new IllegalStateException(failure);
            });
    method = new EngineGetClientVersionV1(besu, recorder);
    request = () -> KNOWN_CLIENT;
  }

  /** The plugin answers a client that has called before. */
  @Benchmark
  public List<ClientVersion> answerKnownClient() {
    return method.apply(request);
  }

  /** Besu answers, and the plugin records a client that has called before. */
  @Benchmark
  public void recordKnownClient() {
    recorder.record(KNOWN_CLIENT);
  }

  /** Besu answers, and the plugin records a client that it does not know. */
  @Benchmark
  public void recordNewClient() {
    next = (next + 1) % NEW_CLIENTS;
    recorder.record(newClients.get(next));
  }

  private static Object[] params(final String version) {
    return new Object[] {
      Map.of("code", "LH", "commit", "0x0dd215c2", "name", "Lighthouse", "version", version)
    };
  }
}
