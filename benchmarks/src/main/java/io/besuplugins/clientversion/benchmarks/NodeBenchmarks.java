// SPDX-License-Identifier: Apache-2.0
package io.besuplugins.clientversion.benchmarks;

import io.besuplugins.clientversion.dsl.node.Distribution;
import io.besuplugins.clientversion.dsl.node.Genesis;
import io.besuplugins.clientversion.dsl.node.NodeConfiguration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.apache.commons.math3.stat.StatUtils;

/**
 * Compares the plugin's answer with Besu's own, on pairs of nodes that are started anew because the
 * speed of a JVM differs from start to start. The nodes are the installed ones that {@code
 * -Dbesu.home} names. Without them one pair of fakes is compared, which shows only that the program
 * works: a fake's own answer is as fast as the fake.
 */
final class NodeBenchmarks {

  /** The most that the plugin's median latency may be, as a share of Besu's. */
  private static final double TARGET = 0.8;

  private final List<String> missed = new ArrayList<>();
  private final int pairs;

  private NodeBenchmarks(final int pairs) {
    this.pairs = pairs;
  }

  /** Prints the results and returns those that miss the target. */
  static List<String> run() {
    final List<Distribution> installed = Distribution.installed().toList();
    if (installed.isEmpty()) {
      new NodeBenchmarks(1).compare(List.of(Distribution.FAKE_24_8_0, Distribution.FAKE_24_9_0));
      return List.of();
    }
    final NodeBenchmarks benchmarks = new NodeBenchmarks(Integer.getInteger("benchmarks.pairs", 6));
    benchmarks.compare(installed);
    return benchmarks.missed;
  }

  /** Blocks are in flight on merge networks only, so two releases have to be compared there. */
  private void compare(final List<Distribution> besus) {
    final List<Distribution> builtIn =
        besus.stream()
            .filter(besu -> !NodeConfiguration.of(besu, Genesis.PROOF_OF_STAKE).isAnsweredByPlugin())
            .sorted(Distribution.BY_RELEASE)
            .toList();
    final Optional<NodeConfiguration> lastWithoutMethod =
        besus.stream()
            .filter(besu -> !builtIn.contains(besu))
            .max(Distribution.BY_RELEASE)
            .map(besu -> NodeConfiguration.of(besu, Genesis.PROOF_OF_STAKE));
    if (lastWithoutMethod.isPresent() && !builtIn.isEmpty()) {
      compare(lastWithoutMethod.get(), builtIn.get(0), false);
      compare(lastWithoutMethod.get(), builtIn.get(0), true);
    }
    builtIn.forEach(besu -> compare(NodeConfiguration.of(besu, Genesis.QBFT), besu, false));
  }

  private void compare(
      final NodeConfiguration plugin, final Distribution besu, final boolean blocksInFlight) {
    final NodeConfiguration itself = NodeConfiguration.of(besu, Genesis.PROOF_OF_STAKE).withoutPlugin();
    final List<PairedNodes.Latencies> results = new ArrayList<>();
    for (int pair = 0; pair < pairs; pair++) {
      try (PairedNodes nodes = new PairedNodes(plugin, itself, pair)) {
        results.add(nodes.measure(blocksInFlight));
      }
    }
    final ConfidenceInterval ratio = median(results, pair -> pair.ratio(50));
    final String line =
        String.format(
            Locale.ROOT,
            "Plugin on %s / %s, %s: p50 %s, p99 %s; p50 %.2f and %.2f ms",
            plugin,
            itself,
            blocksInFlight ? "blocks in flight" : "idle",
            ratio.format("%.2f"),
            median(results, pair -> pair.ratio(99)).format("%.2f"),
            median(results, pair -> StatUtils.percentile(pair.a(), 50) / 1e6).median(),
            median(results, pair -> StatUtils.percentile(pair.b(), 50) / 1e6).median());
    System.out.println(line);
    if (ratio.isAbove(TARGET)) {
      missed.add(line);
    }
  }

  private static ConfidenceInterval median(
      final List<PairedNodes.Latencies> pairs,
      final ToDoubleFunction<PairedNodes.Latencies> figure) {
    return ConfidenceInterval.of(pairs.stream().mapToDouble(figure).toArray());
  }
}
