package io.besuplugins.clientversion.cost;

import io.besuplugins.clientversion.devnet.Node;
import io.besuplugins.clientversion.devnet.NodeSetup;
import java.util.ArrayList;
import java.util.List;

/**
 * Two nodes that are up at the same time and called in turn, so that both meet the same machine.
 */
final class SideBySide implements AutoCloseable {

  private static final int WARM_UP_CALLS = 4_000;
  private static final int TURNS = 40;
  private static final int CALLS_A_TURN = 100;

  private final Node a;
  private final Node b;

  SideBySide(final NodeSetup a, final NodeSetup b) {
    this.a = a.start();
    this.b = b.start();
  }

  /** Measures one kind of call on both, after each has had the time to get fast. */
  Ratio of(final EngineCall call, final Background background) {
    final EngineConnection toA = new EngineConnection(a, call);
    final EngineConnection toB = new EngineConnection(b, call);
    final List<Long> ofA = new ArrayList<>();
    final List<Long> ofB = new ArrayList<>();
    turn(a, toA, background, WARM_UP_CALLS);
    turn(b, toB, background, WARM_UP_CALLS);
    for (int i = 0; i < TURNS; i++) {
      ofA.addAll(turn(a, toA, background, CALLS_A_TURN));
      ofB.addAll(turn(b, toB, background, CALLS_A_TURN));
    }
    return new Ratio(new Latencies(ofA), new Latencies(ofB));
  }

  private static List<Long> turn(
      final Node node,
      final EngineConnection connection,
      final Background background,
      final int calls) {
    final List<Long> nanoseconds = new ArrayList<>(calls);
    try (Background.Activity activity = background.at(node)) {
      for (int i = 0; i < calls; i++) {
        nanoseconds.add(connection.call());
      }
    }
    return nanoseconds;
  }

  @Override
  public void close() {
    a.close();
    b.close();
  }

  /** How long calls took on A, and on B. */
  record Ratio(Latencies a, Latencies b) {

    double atPercent(final int percent) {
      return (double) a.percentile(percent) / b.percentile(percent);
    }
  }
}
