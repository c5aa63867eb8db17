package io.besuplugins.clientversion.cost;

import io.besuplugins.clientversion.devnet.NodeSetup;
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
      final List<Comparison> comparisons, final NodeSetup a, final NodeSetup b, final int pairs) {
    final List<List<SideBySide.Ratio>> ratios = new ArrayList<>();
    comparisons.forEach(comparison -> ratios.add(new ArrayList<>()));
    for (int pair = 0; pair < pairs; pair++) {
      try (SideBySide nodes = new SideBySide(a, b)) {
        for (int i = 0; i < comparisons.size(); i++) {
          final Comparison each = comparisons.get(i);
          ratios.get(i).add(nodes.of(each.call, each.background));
        }
      }
    }
    final List<Result> results = new ArrayList<>();
    for (int i = 0; i < comparisons.size(); i++) {
      results.add(new Result(comparisons.get(i), ratios.get(i)));
    }
    return results;
  }

  /** What came out. */
  record Result(Comparison of, List<SideBySide.Ratio> pairs) {

    boolean isWithinAim() {
      return median(pair -> pair.atPercent(50)) <= of.aim;
    }

    @Override
    public String toString() {
      return String.format(
          Locale.ROOT,
          "  %-28s %-17s A/B p50 %.2f (%.2f to %.2f), p99 %.2f; p50 %.2f and %.2f ms",
          of.call.method(),
          of.background,
          median(pair -> pair.atPercent(50)),
          pairs.stream().mapToDouble(pair -> pair.atPercent(50)).min().orElseThrow(),
          pairs.stream().mapToDouble(pair -> pair.atPercent(50)).max().orElseThrow(),
          median(pair -> pair.atPercent(99)),
          median(pair -> pair.a().percentile(50)) / 1e6,
          median(pair -> pair.b().percentile(50)) / 1e6);
    }

    private double median(final ToDoubleFunction<SideBySide.Ratio> figure) {
      return Latencies.median(pairs.stream().mapToDouble(figure).toArray());
    }
  }
}
