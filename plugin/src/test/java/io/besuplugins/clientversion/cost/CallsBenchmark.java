package io.besuplugins.clientversion.cost;

import io.besuplugins.clientversion.consensus.ConsensusClients;
import io.besuplugins.clientversion.engine.CallerNotes;
import io.besuplugins.clientversion.engine.GetClientVersion;
import io.besuplugins.clientversion.identification.ClientVersion;
import io.besuplugins.clientversion.operator.ConsensusClientMetrics;
import io.besuplugins.clientversion.operator.OperatorLog;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.hyperledger.besu.plugin.services.rpc.PluginRpcRequest;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.slf4j.LoggerFactory;

/** Calls of consensus clients, as they arrive from Besu: params that Jackson has read. */
@State(Scope.Benchmark)
public class CallsBenchmark {

  /** Far more than the plugin remembers, so that each is new to it whenever its turn comes. */
  private static final int IDENTITIES = 4_096;

  private static final Object[] KNOWN = params("v5.3.0-0dd215c");

  private final List<Object[]> identities =
      IntStream.range(0, IDENTITIES).mapToObj(i -> params("v5.3." + i)).toList();

  private CallerNotes callers;
  private GetClientVersion method;
  private PluginRpcRequest request;
  private int next;

  /** Wires the rooms as the plugin does. */
  @Setup
  public void wire() {
    final ConsensusClientMetrics metrics = new ConsensusClientMetrics();
    metrics.publish(new CountingMetrics());
    callers =
        new CallerNotes(
            new ConsensusClients(
                InstantSource.system(),
                metrics,
                new OperatorLog(LoggerFactory.getLogger(CallsBenchmark.class))),
            failure -> {
              throw new IllegalStateException(failure);
            });
    method = new GetClientVersion(new ClientVersion("BU", "Besu", "24.8.0", "ac9f8bbd"), callers);
    request = () -> KNOWN;
  }

  /** The plugin answers a client that called before. */
  @Benchmark
  public List<ClientVersion> answerToKnownClient() {
    return method.apply(request);
  }

  /** Besu answers, and the plugin notes a client that called before. */
  @Benchmark
  public void sightingOfKnownClient() {
    callers.note(KNOWN);
  }

  /** Besu answers, and the plugin notes a client that it does not know. */
  @Benchmark
  public void sightingOfNewClient() {
    next = (next + 1) % IDENTITIES;
    callers.note(identities.get(next));
  }

  private static Object[] params(final String version) {
    final Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("code", "LH");
    fields.put("commit", "0x0dd215c2");
    fields.put("name", "Lighthouse");
    fields.put("version", version);
    return new Object[] {fields};
  }
}
