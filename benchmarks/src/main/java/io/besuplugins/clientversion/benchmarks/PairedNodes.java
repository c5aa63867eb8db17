// SPDX-License-Identifier: Apache-2.0
package io.besuplugins.clientversion.benchmarks;

import io.besuplugins.clientversion.dsl.client.ClientVersionRequest;
import io.besuplugins.clientversion.dsl.node.Node;
import io.besuplugins.clientversion.dsl.node.NodeConfiguration;
import java.util.stream.IntStream;
import org.apache.commons.math3.stat.StatUtils;
import org.apache.commons.math3.util.MathArrays;

/**
 * Two nodes that run at the same time and are called in turn, so that both see the same machine.
 * Odd pairs swap which of them is started and called first, because that alone makes a difference.
 */
final class PairedNodes implements AutoCloseable {

  private static final int WARM_UP_CALLS = 2_000;
  private static final int TURNS = 40;
  private static final int CALLS_PER_TURN = 50;

  private final boolean swapped;
  private final Node first;
  private final Node second;

  /** Starts both nodes; {@code pair} counts the pairs of these configurations. */
  PairedNodes(final NodeConfiguration a, final NodeConfiguration b, final int pair) {
    swapped = pair % 2 == 1;
    first = (swapped ? b : a).start();
    second = (swapped ? a : b).start();
  }

  /** Measures {@code engine_getClientVersionV1} on both nodes, after warming them up. */
  Latencies measure(final boolean blocksInFlight) {
    final Caller callerOfFirst = new Caller(first, blocksInFlight);
    final Caller callerOfSecond = new Caller(second, blocksInFlight);
    callerOfFirst.call(WARM_UP_CALLS);
    callerOfSecond.call(WARM_UP_CALLS);
    double[] ofFirst = {};
    double[] ofSecond = {};
    for (int turn = 0; turn < TURNS; turn++) {
      ofFirst = MathArrays.concatenate(ofFirst, callerOfFirst.call(CALLS_PER_TURN));
      ofSecond = MathArrays.concatenate(ofSecond, callerOfSecond.call(CALLS_PER_TURN));
    }
    return swapped ? new Latencies(ofSecond, ofFirst) : new Latencies(ofFirst, ofSecond);
  }

  @Override
  public void close() {
    first.stop();
    second.stop();
  }

  /** The latencies of both nodes, in nanoseconds. */
  record Latencies(double[] a, double[] b) {

    double ratio(final int percentile) {
      return StatUtils.percentile(a, percentile) / StatUtils.percentile(b, percentile);
    }
  }

  /**
   * Calls a node over one connection.
   *
   * @param blocksInFlight whether the node processes payloads at the same time
   */
  private record Caller(Node node, boolean blocksInFlight, EngineConnection connection) {

    Caller(final Node node, final boolean blocksInFlight) {
      this(
          node,
          blocksInFlight,
          new EngineConnection(
              node, "engine_getClientVersionV1", ClientVersionRequest.LIGHTHOUSE.params()));
    }

    double[] call(final int times) {
      try (NewPayloadLoad load = blocksInFlight ? new NewPayloadLoad(node) : null) {
        return IntStream.range(0, times).mapToDouble(i -> connection.call()).toArray();
      }
    }
  }
}
