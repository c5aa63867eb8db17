// SPDX-License-Identifier: Apache-2.0
package io.besuplugins.clientversion.cost;

import io.besuplugins.clientversion.devnet.node.NodeConfiguration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/**
 * One kind of call, compared on pairs of nodes that were each started anew: how fast the Java of a
 * node gets differs from start to start.
 *
 * @param call what is called
 * @param background what else goes on
 * @param aim the most that A's median may be of B's on a real node
 */
record Comparison(EngineCall call, Background background, double aim) {

  /** Compares each of these calls on so many pairs of nodes; the results are in their order. */
  static List<Result> run(
      final List<Comparison> comparisons,
      final NodeConfiguration a,
      final NodeConfiguration b,
      final int pairs) {
    final List<Result> results =
        comparisons.stream().map(each -> new Result(each, new ArrayList<>())).toList();
    for (int pair = 0; pair < pairs; pair++) {
      try (SideBySide nodes = new SideBySide(a, b, pair)) {
        for (final Result each : results) {
          each.pairs.add(nodes.of(each.of.call, each.of.background));
        }
      }
    }
    return results;
  }

  /** What came out, pair by pair. */
  record Result(Comparison of, List<SideBySide.Ratio> pairs) {

    boolean isAboveAim() {
      return spread(pair -> pair.atPercent(50)).isAbove(of.aim);
    }

    @Override
    public String toString() {
      return String.format(
          Locale.ROOT,
          "  %-27s %-16s  A/B p50 %s, p99 %s; p50 %.2f and %.2f ms",
          of.call.method(),
          of.background,
          spread(pair -> pair.atPercent(50)).as("%.2f"),
          spread(pair -> pair.atPercent(99)).as("%.2f"),
          spread(pair -> pair.a().percentile(50)).median() / 1e6,
          spread(pair -> pair.b().percentile(50)).median() / 1e6);
    }

    private Spread spread(final ToDoubleFunction<SideBySide.Ratio> figure) {
      return Spread.of(pairs.stream().mapToDouble(figure));
    }
  }
}
