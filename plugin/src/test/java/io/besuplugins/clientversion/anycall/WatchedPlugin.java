package io.besuplugins.clientversion.anycall;

import static org.assertj.core.api.Assertions.assertThat;

import io.besuplugins.clientversion.RecordedMetrics;
import io.besuplugins.clientversion.consensus.ConsensusClients;
import io.besuplugins.clientversion.consensus.SeenClient;
import io.besuplugins.clientversion.engine.CallerNotes;
import io.besuplugins.clientversion.engine.GetClientVersion;
import io.besuplugins.clientversion.identification.ClientVersion;
import io.besuplugins.clientversion.operator.ConsensusClientMetrics;
import io.besuplugins.clientversion.operator.Mode;
import io.besuplugins.clientversion.operator.OperatorLog;
import io.besuplugins.clientversion.operator.OperatorRpc;
import io.besuplugins.clientversion.operator.PluginStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hyperledger.besu.plugin.services.exception.PluginRpcEndpointException;

/**
 * The plugin's rooms, wired as the plugin class wires them, with a clock that goes when it is told
 * to. Every call is checked for what must hold at each, {@link #checkWhatIsShown()} for the rest.
 */
final class WatchedPlugin {

  private static final ClientVersion BESU = new ClientVersion("BU", "Besu", "24.8.0", "ac9f8bbd");
  private static final String CALLS = "besu_rpc_consensus_client_calls_total";
  private static final String REFUSED = "besu_rpc_consensus_client_refused_calls_total";
  private static final int MOST_CLIENTS = 64;
  private static final int MOST_LABELLED = 17;

  private final RecordedMetrics scrape = new RecordedMetrics();
  private final OperatorAnswers rpc = new OperatorAnswers();
  private final LogVolume volume = new LogVolume();
  private final ConsensusClientMetrics metrics = new ConsensusClientMetrics();
  private final ConsensusClients clients;
  private final CallerNotes callers;
  private final GetClientVersion method;
  private final List<ClientVersion> answer;

  private Instant now = Instant.parse("2026-11-21T03:00:00Z");
  private long identified;
  private long refused;

  WatchedPlugin() {
    final OperatorLog log = PrintedEvents.newLog();
    clients = new ConsensusClients(() -> now, metrics, log);
    callers = new CallerNotes(clients, failure -> log.failed("note a caller", failure));
    method = new GetClientVersion(BESU, callers);
    answer = method.apply(() -> null);
    assertThat(answer).containsExactly(BESU);
    new OperatorRpc(clients::latestFirst, () -> new PluginStatus(BESU, "0.1.0", Mode.ANSWER))
        .addTo(rpc);
  }

  /** A call that the plugin answers or refuses. */
  void answers(final Object[] params) {
    final Said said = Said.in(params);
    try {
      assertThat(method.apply(() -> params)).isSameAs(answer);
      assertThat(said.refusal()).isEmpty();
    } catch (final PluginRpcEndpointException refusal) {
      refused++;
      assertThat(refusal.getRpcMethodError().getCode()).isEqualTo(-32602);
      assertThat(Optional.of(refusal.getRpcMethodError().getMessage()))
          .isEqualTo(said.refusal().map(reason -> "Invalid params: " + reason));
    }
    checkCall(said);
  }

  /** A call that Besu answers. */
  void observes(final Object[] params) {
    callers.note(params);
    checkCall(Said.in(params));
  }

  /** The clock never goes back here. */
  void after(final Duration time) {
    now = now.plus(time);
  }

  /** Besu offers its metrics system, once. */
  void publishMetrics() {
    metrics.publish(scrape);
  }

  /** What the metrics and the RPC methods show of the calls so far; once it is published. */
  void checkWhatIsShown() {
    final Map<List<String>, Long> labelled = scrape.byLabels(CALLS);
    assertThat(labelled.size()).isLessThanOrEqualTo(MOST_LABELLED);
    labelled.keySet().forEach(Promises::holdForIdentity);
    assertThat(labelled.values().stream().mapToLong(Long::longValue).sum()).isEqualTo(identified);
    assertThat(scrape.counters()).containsExactly(Map.entry(REFUSED, refused));
    final List<SeenClient> seen = clients.latestFirst();
    assertThat(seen.size()).isLessThanOrEqualTo(MOST_CLIENTS);
    seen.forEach(client -> Promises.holdForIdentity(client.client()));
    final long calls = seen.stream().mapToLong(SeenClient::calls).sum();
    if (seen.size() < MOST_CLIENTS) {
      assertThat(calls).as("none is forgotten").isEqualTo(identified);
    } else {
      assertThat(calls).isBetween((long) MOST_CLIENTS, identified);
    }
    rpc.checkConsensusClients(seen);
  }

  private void checkCall(final Said said) {
    if (said.anything()) {
      identified++;
    }
    for (final String event : PrintedEvents.takeAll()) {
      Promises.holdForEvent(event);
      volume.grewBy(event, now);
    }
  }
}
