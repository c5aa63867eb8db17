package io.besuplugins.clientversion.devnet;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;

/**
 * A node that runs as a process of its own.
 *
 * @param place where it runs
 * @param process Besu's
 * @param printedBefore how many lines its log had from former starts
 */
record NodeProcess(NodePlace place, ServerProcess process, long printedBefore) implements Node {

  private static final Duration LONGEST_START = Duration.ofSeconds(60);

  static Node start(final NodePlace place) {
    final NodeProcess node = launch(place);
    try {
      await("node is up")
          .atMost(LONGEST_START)
          .pollInterval(Duration.ofMillis(20))
          .until(() -> !node.process.process().isAlive() || node.isUp());
      if (!node.process.process().isAlive()) {
        throw new NodeFailedException(
            "exited with status " + node.process.process().exitValue(), node.log().lines());
      }
      return node;
    } catch (final RuntimeException failed) {
      node.close();
      throw failed;
    }
  }

  private static NodeProcess launch(final NodePlace place) {
    try {
      final long printedBefore = place.log().lines().size();
      return new NodeProcess(place, new ServerProcess(place.besu().start()), printedBefore);
    } catch (final IOException cannotStart) {
      throw new UncheckedIOException(cannotStart);
    }
  }

  private boolean isUp() {
    return log().lines().stream().skip(printedBefore).anyMatch(line -> line.contains(NodeLog.UP));
  }

  @Override
  public long liveHeap() {
    return LiveHeap.of(process.process());
  }

  @Override
  public void close() {
    process.close();
  }

  @Override
  public String toString() {
    return place.toString();
  }
}
