// SPDX-License-Identifier: Apache-2.0
package io.besuplugins.clientversion.cost;

import io.besuplugins.clientversion.devnet.node.Distribution;
import io.besuplugins.clientversion.devnet.node.Genesis;
import io.besuplugins.clientversion.devnet.node.NodeConfiguration;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The program that compares nodes with and without the plugin, first fakes and then the installed
 * Besus that {@code -Dbesu.home} names. What is asked of the plugin is asked on real nodes only: a
 * fake's own answers cost what we made them cost.
 */
public final class NodeCosts {

  private static final String FIRST_TO_ANSWER = "24.9.0";
  private static final int PAIRS = Integer.getInteger("performance.pairs", 6);
  private static final int STARTS = Integer.getInteger("performance.starts", 8);

  private static final double SHARE_OF_BESUS_ANSWER = 0.8;
  private static final double SHARE_OF_OTHER_CALLS = 1.02;
  private static final double MOST_MILLISECONDS_TO_START = 50;

  private final PrintStream out;
  private final List<String> missed = new ArrayList<>();

  private NodeCosts(final PrintStream out) {
    this.out = out;
  }

  /**
   * Takes no arguments.
   *
   * @throws IllegalStateException when an installed Besu misses an aim by more than chance
   */
  public static void main(final String[] args) {
    final NodeCosts costs = new NodeCosts(System.out);
    costs.out.printf(
        "%d pairs of nodes, each called in turn; median of the pairs (where it is, with 95 %% of"
            + " confidence)%n",
        PAIRS);
    costs.compare(Distribution.FAKES);
    costs.compare(Distribution.installed().toList());
    if (!costs.missed.isEmpty()) {
      throw new IllegalStateException("Missed on real nodes: " + costs.missed);
    }
  }

  private void compare(final List<Distribution> besus) {
    final Optional<Distribution> lastSilent =
        besus.stream()
            .filter(besu -> !besu.isAtLeast(FIRST_TO_ANSWER))
            .max(Distribution.BY_RELEASE);
    final List<Distribution> answering =
        besus.stream()
            .filter(besu -> besu.isAtLeast(FIRST_TO_ANSWER))
            .sorted(Distribution.BY_RELEASE)
            .toList();
    if (lastSilent.isPresent() && !answering.isEmpty()) {
      compareAnswers(
          NodeConfiguration.of(lastSilent.get(), Genesis.MERGE),
          withoutPlugin(answering.get(0)),
          Background.values());
    }
    for (final Distribution besu : answering) {
      compareAnswers(
          NodeConfiguration.of(besu, Genesis.QBFT), withoutPlugin(besu), Background.IDLE);
    }
    answering.forEach(this::compareOtherCalls);
    answering.stream().reduce((older, newer) -> newer).ifPresent(this::compareWithItself);
    besus.forEach(this::compareStarts);
  }

  private void compareAnswers(
      final NodeConfiguration answered,
      final NodeConfiguration alone,
      final Background... backgrounds) {
    out.println("Answer. A: " + answered + ", the plugin answers. B: " + alone + ", Besu answers.");
    report(
        answered,
        Comparison.run(
            List.of(backgrounds).stream()
                .map(each -> new Comparison(EngineCall.CLIENT_VERSION, each, SHARE_OF_BESUS_ANSWER))
                .toList(),
            answered,
            alone,
            PAIRS));
  }

  private void compareOtherCalls(final Distribution besu) {
    final NodeConfiguration observed = NodeConfiguration.of(besu, Genesis.MERGE);
    out.println("Other engine calls. A: " + observed + ", the plugin observes. B: without it.");
    report(
        observed,
        Comparison.run(
            List.of(
                new Comparison(EngineCall.CAPABILITIES, Background.IDLE, SHARE_OF_OTHER_CALLS),
                new Comparison(EngineCall.NEW_PAYLOAD, Background.IDLE, SHARE_OF_OTHER_CALLS)),
            observed,
            withoutPlugin(besu),
            PAIRS));
  }

  /** How far apart two nodes are that do not differ: what is less than that is chance. */
  private void compareWithItself(final Distribution besu) {
    final NodeConfiguration alone = withoutPlugin(besu);
    out.println("Noise. A and B: " + alone + ", without the plugin.");
    Comparison.run(
            List.of(new Comparison(EngineCall.CAPABILITIES, Background.IDLE, 1)),
            alone,
            alone,
            PAIRS)
        .forEach(out::println);
  }

  private void compareStarts(final Distribution besu) {
    out.println("Start. A: " + besu + ", with the plugin. B: without it.");
    final StartTimes times =
        StartTimes.of(NodeConfiguration.of(besu, Genesis.MERGE), withoutPlugin(besu), STARTS);
    out.println(times);
    if (times.difference().isAbove(MOST_MILLISECONDS_TO_START)) {
      miss(besu, times);
    }
  }

  private void report(final NodeConfiguration setup, final List<Comparison.Result> results) {
    results.forEach(out::println);
    results.stream()
        .filter(Comparison.Result::isAboveAim)
        .forEach(result -> miss(setup.distribution(), result));
  }

  private void miss(final Distribution besu, final Object result) {
    if (!besu.isFake()) {
      missed.add(besu + result.toString().replaceAll(" +", " "));
    }
  }

  private static NodeConfiguration withoutPlugin(final Distribution besu) {
    return NodeConfiguration.of(besu, Genesis.MERGE).withoutPlugin();
  }
}
