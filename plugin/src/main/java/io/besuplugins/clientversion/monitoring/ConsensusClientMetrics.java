// SPDX-License-Identifier: Apache-2.0
package io.besuplugins.clientversion.monitoring;

import io.besuplugins.clientversion.besu.LabelledGauge;
import io.besuplugins.clientversion.besu.ModeReason;
import io.besuplugins.clientversion.client.ClientVersion;
import io.besuplugins.clientversion.client.ConsensusClientCall;
import io.besuplugins.clientversion.client.ConsensusClientListener;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hyperledger.besu.plugin.services.MetricsSystem;
import org.hyperledger.besu.plugin.services.metrics.Counter;
import org.hyperledger.besu.plugin.services.metrics.LabelledMetric;
import org.hyperledger.besu.plugin.services.metrics.MetricCategory;

/**
 * Counts calls from the start of the node on, and publishes them as metrics when Besu provides its
 * metrics system. At most 16 clients have series of their own, because a series cannot be removed
 * and a caller can claim any number of identities; all others share the label value {@code other}.
 *
 * <p>Numbers are written under this object's lock. Scrapes read them without it, because Besu's
 * metrics system may hold a lock of its own meanwhile.
 */
public final class ConsensusClientMetrics implements ConsensusClientListener {

  private static final int MAX_CLIENTS = 16;
  private static final ClientVersion OTHER = new ClientVersion("other", "other", "other", "other");
  private static final String[] LABELS = {"code", "name", "version", "commit"};

  /**
   * Besu enables its own category {@code rpc} by default; a category of the plugin would be
   * disabled, and up to Besu 24.10.0 could not be enabled. One object, because a metric cannot be
   * created again in another one.
   */
  private static final MetricCategory CATEGORY =
      new MetricCategory() {
        @Override
        public String getName() {
          return "rpc";
        }

        @Override
        public Optional<String> getApplicationPrefix() {
          return Optional.of("besu_");
        }
      };

  private final String pluginVersion;
  private final Map<ClientVersion, ClientNumbers> clients = new HashMap<>();
  private ClientVersion lastCaller;
  private volatile ClientNumbers current;
  private volatile Instant currentSince = Instant.EPOCH;
  private volatile ModeReason reason;
  private long rejectedCalls;
  private Meters meters;

  /**
   * @param pluginVersion a label value of the metric that describes the plugin
   * @param reason why the plugin is in its mode
   */
  public ConsensusClientMetrics(final String pluginVersion, final ModeReason reason) {
    this.pluginVersion = pluginVersion;
    this.reason = reason;
  }

  /**
   * Creates the metrics and publishes all numbers so far. When Besu starts its services again, its
   * metrics system may have kept the counters.
   */
  public synchronized void bindTo(final MetricsSystem system) {
    final Meters previous = meters;
    meters = new Meters(system);
    meters.addPlugin(reason);
    clients.values().forEach(meters::addGauges);
    if (previous == null || previous.calls != meters.calls) {
      clients.values().forEach(meters::addCounter);
      meters.rejectedCalls.inc(rejectedCalls);
    }
  }

  /** Changes why the plugin is in its mode, and with it the mode. */
  public synchronized void setReason(final ModeReason newReason) {
    reason = newReason;
    if (meters != null) {
      meters.addPlugin(newReason);
    }
  }

  @Override
  public synchronized void onCall(final ConsensusClientCall call) {
    final ClientNumbers client = numbersOf(call.client());
    client.lastCall = call.time();
    client.calls++;
    if (!call.client().equals(lastCaller)) {
      lastCaller = call.client();
      current = client;
      currentSince = call.time();
    }
    if (client.counter != null) {
      client.counter.inc();
    } else if (meters != null) {
      meters.addGauges(client);
      meters.addCounter(client);
    }
  }

  @Override
  public synchronized void onRejectedCall(final String rejectionReason) {
    rejectedCalls++;
    if (meters != null) {
      meters.rejectedCalls.inc();
    }
  }

  private ClientNumbers numbersOf(final ClientVersion client) {
    final ClientVersion labels =
        clients.containsKey(client) || clients.size() < MAX_CLIENTS ? client : OTHER;
    return clients.computeIfAbsent(labels, ClientNumbers::new);
  }

  /** Keeps fractions, because two clients may call within a second. */
  private static double toSeconds(final Instant instant) {
    return instant.toEpochMilli() / 1000.0;
  }

  private static final class ClientNumbers {

    private final String[] labels;
    private volatile Instant lastCall;
    private long calls;
    private Counter counter;

    private ClientNumbers(final ClientVersion client) {
      labels = new String[] {client.code(), client.name(), client.version(), client.commit()};
    }
  }

  /** What has been created in a metrics system. */
  private final class Meters {

    private final LabelledGauge plugin;
    private final Set<ModeReason> reasons = EnumSet.noneOf(ModeReason.class);
    private final LabelledGauge version;
    private final LabelledGauge lastCall;
    private final LabelledMetric<Counter> calls;
    private final Counter rejectedCalls;

    private Meters(final MetricsSystem system) {
      plugin =
          LabelledGauge.create(
              system,
              CATEGORY,
              "client_version_plugin",
              "1 for the mode of the client version plugin and the reason for it",
              "mode",
              "reason",
              "version");
      system.createGauge(
          CATEGORY,
          "consensus_client_since_timestamp_seconds",
          "When the current consensus client became the current one, 0 before the first call",
          () -> toSeconds(currentSince));
      version =
          LabelledGauge.create(
              system,
              CATEGORY,
              "consensus_client_version",
              "1 for the current consensus client, 0 for one that called before",
              LABELS);
      lastCall =
          LabelledGauge.create(
              system,
              CATEGORY,
              "consensus_client_last_call_timestamp_seconds",
              "When the consensus client last called engine_getClientVersionV1",
              LABELS);
      calls =
          system.createLabelledCounter(
              CATEGORY,
              "consensus_client_calls_total",
              "Calls of engine_getClientVersionV1 by consensus client",
              LABELS);
      rejectedCalls =
          system.createCounter(
              CATEGORY,
              "consensus_client_rejected_calls_total",
              "Calls of engine_getClientVersionV1 that were rejected");
    }

    private void addPlugin(final ModeReason each) {
      if (reasons.add(each)) {
        plugin.addSeries(
            () -> each == reason ? 1 : 0, each.mode().name(), each.label(), pluginVersion);
      }
    }

    private void addGauges(final ClientNumbers client) {
      version.addSeries(() -> client == current ? 1 : 0, client.labels);
      lastCall.addSeries(() -> toSeconds(client.lastCall), client.labels);
    }

    private void addCounter(final ClientNumbers client) {
      client.counter = calls.labels(client.labels);
      client.counter.inc(client.calls);
    }
  }
}
