// SPDX-License-Identifier: Apache-2.0
package io.besuplugins.clientversion.cost;

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
    return sorted[sorted.length * percent / 100];
  }
}
