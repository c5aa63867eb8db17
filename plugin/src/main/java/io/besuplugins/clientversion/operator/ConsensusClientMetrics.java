package io.besuplugins.clientversion.operator;

import io.besuplugins.clientversion.consensus.CallCount;
import io.besuplugins.clientversion.identification.ClientVersion;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.hyperledger.besu.plugin.services.MetricsSystem;
import org.hyperledger.besu.plugin.services.metrics.Counter;
import org.hyperledger.besu.plugin.services.metrics.LabelledMetric;
import org.hyperledger.besu.plugin.services.metrics.MetricCategory;

/**
 * The calls of consensus clients as metrics, in the category {@code rpc}, which Besu has and has on
 * by default on every release. A name of the plugin's own would be off, and could not be switched
 * on up to 24.10.0.
 *
 * <p>Counts from the first call on; Besu offers its metrics system later.
 */
public final class ConsensusClientMetrics implements CallCount {

  private static final MetricCategory RPC =
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

  /** Whoever can call could make up identities for ever. */
  private static final int MOST_IDENTITIES = 16;

  private static final ClientVersion OTHER = new ClientVersion("other", "other", "other", "other");

  private final Map<ClientVersion, Counter> calls = new HashMap<>();
  private Counter refusedCalls = new Backlog();
  private volatile long lastCall;
  private LabelledMetric<Counter> published = labels -> new Backlog();

  /** Nothing is counted yet, and nothing published. */
  public ConsensusClientMetrics() {}

  /** Publishes what was counted so far and what is from now on. */
  public synchronized void publish(final MetricsSystem metrics) {
    published =
        metrics.createLabelledCounter(
            RPC,
            "consensus_client_calls_total",
            "Calls of engine_getClientVersionV1 by consensus client",
            "code",
            "name",
            "version",
            "commit");
    calls.replaceAll((client, backlog) -> settled(backlog, counterOf(client)));
    refusedCalls =
        settled(
            refusedCalls,
            metrics.createCounter(
                RPC,
                "consensus_client_refused_calls_total",
                "Calls of engine_getClientVersionV1 that were refused"));
    metrics.createGauge(
        RPC,
        "consensus_client_last_call_timestamp_seconds",
        "When a consensus client last called engine_getClientVersionV1, 0 before the first call",
        () -> lastCall);
  }

  @Override
  public synchronized void called(final ClientVersion client, final Instant now) {
    // The time first: a scrape between the two must not see a call that has no time yet.
    lastCall = now.getEpochSecond();
    final ClientVersion identity =
        calls.containsKey(client) || calls.size() < MOST_IDENTITIES ? client : OTHER;
    calls.computeIfAbsent(identity, this::counterOf).inc();
  }

  @Override
  public synchronized void refused() {
    refusedCalls.inc();
  }

  private Counter counterOf(final ClientVersion client) {
    return published.labels(client.code(), client.name(), client.version(), client.commit());
  }

  private static Counter settled(final Counter backlog, final Counter counter) {
    if (backlog instanceof Backlog counted) {
      counter.inc(counted.count);
    }
    return counter;
  }

  /** Counts as long as there is no metrics system. */
  private static final class Backlog implements Counter {

    private long count;

    @Override
    public void inc() {
      count++;
    }

    @Override
    public void inc(final long amount) {
      count += amount;
    }
  }
}
