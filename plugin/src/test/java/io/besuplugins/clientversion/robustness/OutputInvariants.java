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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.hyperledger.besu.plugin.services.exception.PluginRpcEndpointException;
import org.hyperledger.besu.plugin.services.rpc.RpcMethodError;

/** Calls a plugin and checks what must hold for its output, whatever callers send. */
final class OutputInvariants {

  private static final int MAX_CLIENTS = 64;
  private static final int MAX_SERIES = 17;
  private static final int MAX_LINE_LENGTH = 700;
  private static final int MAX_ALTERNATION_LINE_LENGTH = 2_500;
  private static final List<String> FIELDS = List.of("code", "name", "version", "commit");
  private static final List<Integer> MAX_LENGTHS = List.of(16, 64, 128, 64);

  private static final String ALTERNATION =
      "INFO Several consensus clients call this node alternately; further switches are not logged:"
          + " ";
  private static final List<String> LINES =
      List.of(
          "INFO Consensus client: ",
          "INFO Consensus client upgraded: from ",
          "INFO Consensus client changed: ",
          ALTERNATION,
          "INFO Client code ",
          "INFO More than 30 new consensus clients within a minute; ",
          "DEBUG Consensus client called again: ",
          "DEBUG A consensus client called without identifying itself",
          "DEBUG A consensus client called with an invalid ClientVersionV1: params[0]",
          "DEBUG Rejected a call of a consensus client: params[0]");

  /** Control, format, surrogate, private use, unassigned; line and paragraph separators. */
  private static final Pattern NOT_PRINTABLE = Pattern.compile("[\\p{C}\\p{Zl}\\p{Zp}]");

  private final PluginHarness plugin = new PluginHarness();
  private final LogRateLimits rateLimits = new LogRateLimits();
  private RecordingMetricsSystem metrics;
  private long identified;
  private long rejected;

  /** A call that the plugin answers. */
  void answer(final Object[] params) {
    final Optional<String> reason = expect(params);
    try {
      assertThat(plugin.call(() -> params)).isEqualTo(List.of(PluginHarness.BESU));
      assertThat(reason).isEmpty();
    } catch (final PluginRpcEndpointException rejection) {
      rejected++;
      final RpcMethodError error = rejection.getRpcMethodError();
      assertThat(error.getCode()).isEqualTo(-32602);
      assertThat(reason).hasValue(error.getMessage().replace("Invalid params: ", ""));
    }
    checkLog();
  }

  /** A call that Besu answers. */
  void observe(final Object[] params) {
    expect(params);
    plugin.recorder.record(params);
    checkLog();
  }

  void advance(final Duration time) {
    plugin.advance(time);
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
        .isEqualTo(Map.of(List.of(), (double) rejected));
    final Map<List<String>, Double> version = metrics.read("besu_rpc_consensus_client_version");
    assertThat(version.keySet()).isEqualTo(calls.keySet());
    assertThat(version.values().stream().filter(value -> value == 1)).hasSize(atMostOne());

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
    assertThat(clients.size() == MAX_CLIENTS || total == identified).as("forgotten").isTrue();
  }

  private Optional<String> expect(final Object[] params) {
    try {
      identified += ClientVersionParser.parse(params).isPresent() ? 1 : 0;
      return Optional.empty();
    } catch (final InvalidClientVersionException invalid) {
      return Optional.of(invalid.getMessage());
    }
  }

  private int atMostOne() {
    return identified > 0 ? 1 : 0;
  }

  private void checkLog() {
    assertThat(plugin.failures).isEmpty();
    for (final String line : plugin.takeLog()) {
      checkText(line, line.startsWith(ALTERNATION) ? MAX_ALTERNATION_LINE_LENGTH : MAX_LINE_LENGTH);
      assertThat(LINES).as(line).anyMatch(line::startsWith);
      rateLimits.check(line, plugin.now());
    }
  }

  private static void checkIdentity(final List<String> texts) {
    assertThat(texts).hasSameSizeAs(FIELDS);
    Stream.iterate(0, i -> i + 1)
        .limit(texts.size())
        .forEach(i -> checkText(texts.get(i), MAX_LENGTHS.get(i)));
  }

  private static void checkText(final String text, final int maxLength) {
    assertThat(text.length()).as(text).isLessThanOrEqualTo(maxLength);
    assertThat(NOT_PRINTABLE.matcher(text).find()).as(text).isFalse();
  }
}
