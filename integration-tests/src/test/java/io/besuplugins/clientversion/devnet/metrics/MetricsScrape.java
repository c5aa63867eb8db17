// SPDX-License-Identifier: Apache-2.0
package io.besuplugins.clientversion.devnet.metrics;

import io.besuplugins.clientversion.devnet.node.Node;
import io.besuplugins.clientversion.devnet.rpc.JsonRpcClient;
import java.util.List;
import java.util.stream.Stream;

/**
 * The metrics of a node at one moment.
 *
 * @param lines in Prometheus' text format
 */
public record MetricsScrape(List<String> lines) {

  /** Calls by consensus client. */
  public static final String CALLS = "besu_rpc_consensus_client_calls_total";

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
