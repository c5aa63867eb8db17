package io.besuplugins.clientversion.cost;

import java.util.Arrays;
import java.util.List;

/**
 * How long calls took.
 *
 * @param nanoseconds one for each call
 */
record Latencies(List<Long> nanoseconds) {

  /**
   * The time within which this share of the calls was answered, in nanoseconds.
   *
   * @param percent such as 50 for the median
   */
  long percentile(final int percent) {
    final long[] sorted = nanoseconds.stream().mapToLong(Long::longValue).sorted().toArray();
    if (sorted.length == 0) {
      throw new IllegalStateException("No call was measured");
    }
    return sorted[Math.min(sorted.length - 1, sorted.length * percent / 100)];
  }

  /** What is in the middle of some figures. */
  static double median(final double... figures) {
    final double[] sorted = figures.clone();
    Arrays.sort(sorted);
    final int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }
}
