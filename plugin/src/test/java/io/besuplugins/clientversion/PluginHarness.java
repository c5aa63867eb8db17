// SPDX-License-Identifier: Apache-2.0
package io.besuplugins.clientversion;

import io.besuplugins.clientversion.consensus.CallStatistics;
import io.besuplugins.clientversion.consensus.ConsensusClientTracker;
import io.besuplugins.clientversion.engine.CallRecorder;
import io.besuplugins.clientversion.engine.EngineGetClientVersionV1;
import io.besuplugins.clientversion.identification.ClientVersion;
import io.besuplugins.clientversion.operator.ClientVersionRpcMethods;
import io.besuplugins.clientversion.operator.ConsensusClientMetrics;
import io.besuplugins.clientversion.operator.OperatorLog;
import io.besuplugins.clientversion.operator.PluginStatus;
import io.besuplugins.clientversion.operator.PluginStatus.Mode;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.logging.log4j.Level;
import org.hyperledger.besu.plugin.services.rpc.PluginRpcRequest;
import org.slf4j.LoggerFactory;

/** The plugin's parts, wired as in {@code ClientVersionLifecycle}, with a clock of the test's. */
public final class PluginHarness {

  public static final ClientVersion BESU = new ClientVersion("BU", "Besu", "24.8.0", "ac9f8bbd");

  /** What the latest instance logged; one appender, because to attach one takes long. */
  public static final LogCaptor LOG = LogCaptor.of(PluginHarness.class, Level.DEBUG);

  private static final PluginStatus STATUS = new PluginStatus(BESU, "0.1.0", Mode.ANSWER, null);

  public final RecordingRpcEndpointService rpc = new RecordingRpcEndpointService();
  public final List<Throwable> failures = new CopyOnWriteArrayList<>();
  public final ConsensusClientTracker tracker;
  public final CallRecorder recorder;
  private final CallStatistics statistics = new CallStatistics();

  /** The time, unless another clock is passed. */
  public Instant now = Instant.parse("2026-11-21T03:00:00.999Z");

  public PluginHarness() {
    this(null);
  }

  public PluginHarness(final InstantSource clock) {
    LOG.attach(Level.DEBUG);
    LOG.clear();
    tracker =
        new ConsensusClientTracker(
            clock == null ? () -> now : clock,
            new OperatorLog(LoggerFactory.getLogger(PluginHarness.class)),
            statistics);
    recorder = new CallRecorder(tracker, failures::add);
    new EngineGetClientVersionV1(BESU, recorder).register(rpc);
    new ClientVersionRpcMethods(tracker::mostRecentFirst, () -> STATUS).register(rpc);
  }

  /** Calls the method that the plugin answers. */
  public Object call(final PluginRpcRequest request) {
    return rpc.call(EngineGetClientVersionV1.NAME, request);
  }

  /** Publishes the metrics, as {@code start()} does. */
  public RecordingMetricsSystem publishMetrics(final boolean hasSuppliedGauges) {
    final RecordingMetricsSystem system = new RecordingMetricsSystem(hasSuppliedGauges);
    final ConsensusClientMetrics metrics = new ConsensusClientMetrics(system, statistics, STATUS);
    tracker.publishCounts(metrics::countCalls, metrics::countRejectedCalls);
    return system;
  }
}
