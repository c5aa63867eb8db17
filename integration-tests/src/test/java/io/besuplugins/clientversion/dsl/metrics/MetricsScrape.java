// SPDX-License-Identifier: Apache-2.0
package io.besuplugins.clientversion.dsl.metrics;

import io.besuplugins.clientversion.dsl.node.Node;
import io.besuplugins.clientversion.dsl.rpc.JsonRpcClient;
import java.util.List;
import java.util.stream.Stream;

/**
 * The metrics of a node at one moment.
 *
 * @param lines in Prometheus' text format
 */
public record MetricsScrape(List<String> lines) {

  /** 1 for the plugin's mode, its reason and the plugin's version. */
  public static final String PLUGIN = "besu_rpc_client_version_plugin";

  /** 1 for the current consensus client, 0 for others. */
  public static final String VERSION = "besu_rpc_consensus_client_version";

  /** When the current consensus client became the current one. */
  public static final String SINCE = "besu_rpc_consensus_client_since_timestamp_seconds";

  /** The last call of each consensus client. */
  public static final String LAST_CALL = "besu_rpc_consensus_client_last_call_timestamp_seconds";

  /** Calls by consensus client. */
  public static final String CALLS = "besu_rpc_consensus_client_calls_total";

  /** Calls that were rejected. */
  public static final String REJECTED = "besu_rpc_consensus_client_rejected_calls_total";

  public static MetricsScrape of(final Node node) {
    return new MetricsScrape(
        JsonRpcClient.withoutToken(node.metricsUrl()).get().body().lines().toList());
  }

  /** The lines of a metric, one for each set of labels. */
  public List<String> series(final String metric) {
    return lines.stream().filter(line -> line.matches(metric + "[ {].*")).toList();
  }

  /**
   * The value of the only series that has all the label values.
   *
   * @return NaN if several have them
   * @throws AssertionError if none has them
   */
  public double value(final String metric, final String... labels) {
    return series(metric).stream()
        .filter(line -> Stream.of(labels).allMatch(value -> line.contains("\"" + value + "\"")))
        .mapToDouble(MetricsScrape::valueOf)
        .reduce((first, second) -> Double.NaN)
        .orElseThrow(() -> new AssertionError("no " + metric + " " + List.of(labels)));
  }

  /** The sum of all series of a metric. */
  public double sum(final String metric) {
    return series(metric).stream().mapToDouble(MetricsScrape::valueOf).sum();
  }

  private static double valueOf(final String line) {
    return Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1));
  }
}
