// SPDX-License-Identifier: Apache-2.0
package io.besuplugins.clientversion.cost;

import io.besuplugins.clientversion.devnet.node.Node;
import io.besuplugins.clientversion.devnet.node.NodeConfiguration;
import java.util.ArrayList;
import java.util.List;

/**
 * Two nodes that are up at the same time and called in turn, so that both meet the same machine.
 * Which of them is started, warmed up and called first is swapped from pair to pair: two nodes
 * without the plugin differ by that alone.
 */
final class SideBySide implements AutoCloseable {

  private static final int WARM_UP_CALLS = 2_000;
  private static final int TURNS = 40;
  private static final int CALLS_A_TURN = 50;

  private final Node first;
  private final Node second;
  private final boolean isSwapped;

  /**
   * Starts both.
   *
   * @param pair the number of this pair among several
   */
  SideBySide(final NodeConfiguration a, final NodeConfiguration b, final int pair) {
    isSwapped = pair % 2 == 1;
    first = (isSwapped ? b : a).start();
    second = (isSwapped ? a : b).start();
  }

  /** Measures one kind of call on both, after each has had the time to get fast. */
  Ratio of(final EngineCall call, final Background background) {
    final Turns toFirst = new Turns(first, call, background);
    final Turns toSecond = new Turns(second, call, background);
    toFirst.take(WARM_UP_CALLS);
    toSecond.take(WARM_UP_CALLS);
    final List<Long> ofFirst = new ArrayList<>();
    final List<Long> ofSecond = new ArrayList<>();
    for (int i = 0; i < TURNS; i++) {
      ofFirst.addAll(toFirst.take(CALLS_A_TURN));
      ofSecond.addAll(toSecond.take(CALLS_A_TURN));
    }
    final Latencies one = new Latencies(ofFirst);
    final Latencies other = new Latencies(ofSecond);
    return isSwapped ? new Ratio(other, one) : new Ratio(one, other);
  }

  @Override
  public void close() {
    first.close();
    second.close();
  }

  /** How long calls took on A, and on B. */
  record Ratio(Latencies a, Latencies b) {

    double atPercent(final int percent) {
      return (double) a.percentile(percent) / b.percentile(percent);
    }
  }

  /** The calls of one node, over one connection. */
  private static final class Turns {

    private final Node node;
    private final Background background;
    private final EngineConnection connection;

    Turns(final Node node, final EngineCall call, final Background background) {
      this.node = node;
      this.background = background;
      this.connection = new EngineConnection(node, call);
    }

    List<Long> take(final int calls) {
      final List<Long> nanoseconds = new ArrayList<>(calls);
      try (Background.Activity activity = background.at(node)) {
        for (int i = 0; i < calls; i++) {
          nanoseconds.add(connection.call());
        }
      }
      return nanoseconds;
    }
  }
}
