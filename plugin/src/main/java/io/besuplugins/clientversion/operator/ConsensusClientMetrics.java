// SPDX-License-Identifier: Apache-2.0
package io.besuplugins.clientversion.operator;

import io.besuplugins.clientversion.besu.LabelledGauges;
import io.besuplugins.clientversion.consensus.CallStatistics;
import io.besuplugins.clientversion.identification.ClientVersion;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.DoubleSupplier;
import org.hyperledger.besu.plugin.services.MetricsSystem;
import org.hyperledger.besu.plugin.services.metrics.Counter;
import org.hyperledger.besu.plugin.services.metrics.LabelledMetric;
import org.hyperledger.besu.plugin.services.metrics.MetricCategory;

/**
 * Publishes the {@link CallStatistics} as metrics. They are in the category {@code rpc}, which Besu
 * enables by default; a category of the plugin's own would be disabled, and up to Besu 24.10.0
 * could not be enabled.
 */
public final class ConsensusClientMetrics implements MetricCategory {

  private static final String[] LABELS = {"code", "name", "version", "commit"};

  private final CallStatistics statistics;
  private final Map<ClientVersion, Counter> calls = new HashMap<>();
  private final BiConsumer<DoubleSupplier, String[]> version;
  private final BiConsumer<DoubleSupplier, String[]> lastCall;
  private final LabelledMetric<Counter> callsByClient;
  private final Counter rejectedCalls;

  /** Creates the metrics in Besu's metrics system, which Besu offers from {@code start()} on. */
  public ConsensusClientMetrics(
      final MetricsSystem system, final CallStatistics statistics, final PluginStatus status) {
    this.statistics = statistics;
    LabelledGauges.create(
            system,
            this,
            "client_version_plugin",
            "What the client version plugin does on this node, and its version; always 1",
            "mode",
            "version")
        .accept(() -> 1, new String[] {status.mode().name(), status.plugin()});
    system.createGauge(
        this,
        "consensus_client_since_timestamp_seconds",
        "When the current consensus client became the current one, 0 before the first call",
        () -> toSeconds(statistics.currentSince()));
    version =
        LabelledGauges.create(
            system,
            this,
            "consensus_client_version",
            "1 for the current consensus client, 0 for one that called before",
            LABELS);
    lastCall =
        LabelledGauges.create(
            system,
            this,
            "consensus_client_last_call_timestamp_seconds",
            "When the consensus client last called engine_getClientVersionV1",
            LABELS);
    callsByClient =
        system.createLabelledCounter(
            this,
            "consensus_client_calls_total",
            "Calls of engine_getClientVersionV1 by consensus client",
            LABELS);
    rejectedCalls =
        system.createCounter(
            this,
            "consensus_client_refused_calls_total",
            "Calls of engine_getClientVersionV1 that were refused");
  }

  @Override
  public String getName() {
    return "rpc";
  }

  @Override
  public Optional<String> getApplicationPrefix() {
    return Optional.of("besu_");
  }

  /** Counts calls under an identity of the statistics, which gets its series with the first one. */
  public void countCalls(final ClientVersion identity, final long count) {
    calls.computeIfAbsent(identity, this::addSeries).inc(count);
  }

  /** Counts calls that were rejected. */
  public void countRejectedCalls(final long count) {
    rejectedCalls.inc(count);
  }

  private Counter addSeries(final ClientVersion identity) {
    final String[] labels = {
      identity.code(), identity.name(), identity.version(), identity.commit()
    };
    version.accept(() -> statistics.isCurrent(identity) ? 1 : 0, labels);
    lastCall.accept(() -> toSeconds(statistics.lastCall(identity)), labels);
    return callsByClient.labels(labels);
  }

  /** Keeps fractions, because two clients may call within a second. */
  private static double toSeconds(final Instant instant) {
    return instant.toEpochMilli() / 1000.0;
  }
}
