// SPDX-License-Identifier: Apache-2.0
package io.besuplugins.clientversion.robustness;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.besuplugins.clientversion.PluginHarness;
import io.besuplugins.clientversion.RecordingMetricsSystem;
import io.besuplugins.clientversion.identification.ClientVersionParser;
import io.besuplugins.clientversion.identification.InvalidClientVersionException;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.hyperledger.besu.plugin.services.exception.PluginRpcEndpointException;

/** Calls a plugin and checks what must hold for its output, whatever callers send. */
final class OutputInvariants {

  private static final int MAX_CLIENTS = 64;
  private static final int MAX_SERIES = 17;

  /** Thirty new clients with two lines each, a return, an alternation, suppressed clients. */
  private static final int MAX_INFO_LINES_PER_MINUTE = 63;

  private static final List<String> FIELDS = List.of("code", "name", "version", "commit");
  private static final List<Integer> MAX_LENGTHS = List.of(16, 64, 128, 64);

  /** How the plugin's lines begin; only that on alternating clients names more than two. */
  private static final Pattern LINE =
      Pattern.compile(
          "(?:INFO (?:Consensus client: |Consensus client upgraded: from |Consensus client changed: "
              + "|Client code |More than 30 new consensus clients within a minute; )"
              + "|DEBUG (?:Consensus client called again: "
              + "|A consensus client called without identifying itself"
              + "|A consensus client called with an invalid ClientVersionV1: params\\[0]"
              + "|Rejected a call of a consensus client: params\\[0])).{0,700}"
              + "|INFO Several consensus clients call this node alternately; further switches are"
              + " not logged: .{0,2500}");

  /** Control, format, surrogate, private use, unassigned; line and paragraph separators. */
  private static final Pattern NOT_PRINTABLE = Pattern.compile("[\\p{C}\\p{Zl}\\p{Zp}]");

  private final PluginHarness plugin = new PluginHarness();
  private final Deque<Instant> infoLines = new ArrayDeque<>();
  private RecordingMetricsSystem metrics;
  private long identified;
  private double rejected;

  /** A call that the plugin answers. */
  void answer(final Object[] params) {
    String rejection = "";
    try {
      assertThat(plugin.call(() -> params)).isEqualTo(List.of(PluginHarness.BESU));
    } catch (final PluginRpcEndpointException rejected) {
      assertThat(rejected.getRpcMethodError().getCode()).isEqualTo(-32602);
      rejection = rejected.getRpcMethodError().getMessage();
      this.rejected++;
    }
    checkCall(params, rejection);
  }

  /** A call that Besu answers. */
  void observe(final Object[] params) {
    plugin.recorder.record(params);
    checkCall(params, null);
  }

  void advance(final Duration time) {
    plugin.now = plugin.now.plus(time);
  }

  void publishMetrics() {
    metrics = plugin.publishMetrics(true);
  }

  /** Checks metrics and RPC results, once metrics are published. */
  void checkOutput() throws IOException {
    final Map<List<String>, Double> calls = metrics.read("besu_rpc_consensus_client_calls_total");
    calls.keySet().forEach(OutputInvariants::checkIdentity);
    assertThat(calls).hasSizeLessThanOrEqualTo(MAX_SERIES);
    assertThat(calls.values().stream().mapToDouble(count -> count).sum()).isEqualTo(identified);
    assertThat(metrics.read("besu_rpc_consensus_client_refused_calls_total"))
        .isEqualTo(Map.of(List.of(), rejected));
    final Map<List<String>, Double> version = metrics.read("besu_rpc_consensus_client_version");
    assertThat(version.keySet()).isEqualTo(calls.keySet());
    assertThat(version.values().stream().filter(value -> value == 1))
        .hasSize(identified > 0 ? 1 : 0);

    final JsonNode clients =
        new ObjectMapper().readTree(plugin.rpc.callForJson("clientversion_consensusClients"));
    assertThat(clients).hasSizeLessThanOrEqualTo(MAX_CLIENTS);
    long total = 0;
    for (final JsonNode client : clients) {
      checkIdentity(FIELDS.stream().map(field -> client.get(field).textValue()).toList());
      total += client.get("calls").longValue();
      assertThat(client.get("current").booleanValue()).isEqualTo(client == clients.get(0));
    }
    assertThat(total).isLessThanOrEqualTo(identified);
    assertThat(clients.size() == MAX_CLIENTS || total == identified).isTrue();
  }

  private void checkCall(final Object[] params, final String rejection) {
    try {
      identified += ClientVersionParser.parse(params).isPresent() ? 1 : 0;
      assertThat(rejection).isNullOrEmpty();
    } catch (final InvalidClientVersionException invalid) {
      assertThat(rejection).isIn(null, "Invalid params: " + invalid.getMessage());
    }
    assertThat(plugin.failures).isEmpty();
    for (final String line : PluginHarness.LOG.lines()) {
      assertThat(line).matches(LINE).doesNotContainPattern(NOT_PRINTABLE);
      if (line.startsWith("INFO")) {
        infoLines.add(plugin.now);
      }
    }
    infoLines.removeIf(time -> !time.isAfter(plugin.now.minusSeconds(60)));
    assertThat(infoLines).hasSizeLessThanOrEqualTo(MAX_INFO_LINES_PER_MINUTE);
    PluginHarness.LOG.clear();
  }

  private static void checkIdentity(final List<String> texts) {
    assertThat(texts).hasSameSizeAs(FIELDS);
    for (int i = 0; i < texts.size(); i++) {
      assertThat(texts.get(i))
          .hasSizeLessThanOrEqualTo(MAX_LENGTHS.get(i))
          .doesNotContainPattern(NOT_PRINTABLE);
    }
  }
}
