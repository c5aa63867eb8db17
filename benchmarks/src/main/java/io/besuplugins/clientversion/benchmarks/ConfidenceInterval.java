// SPDX-License-Identifier: Apache-2.0
package io.besuplugins.clientversion.benchmarks;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.apache.commons.math3.distribution.BinomialDistribution;
import org.apache.commons.math3.stat.StatUtils;
import org.openjdk.jmh.results.Result;

/**
 * The median of some measurements, and the bounds of the true median with 95 % confidence by the
 * sign test. With fewer than six measurements the bounds are the smallest and the largest.
 */
record ConfidenceInterval(double median, double low, double high) {

  static ConfidenceInterval of(final double... measurements) {
    final double[] sorted = measurements.clone();
    Arrays.sort(sorted);
    final BinomialDistribution below = new BinomialDistribution(sorted.length, 0.5);
    final int low = Math.max(0, below.inverseCumulativeProbability(0.025) - 1);
    return new ConfidenceInterval(
        StatUtils.percentile(sorted, 50), sorted[low], sorted[sorted.length - 1 - low]);
  }

  /** The iterations of a JMH benchmark. */
  static ConfidenceInterval of(final Result<?> result) {
    final List<Double> iterations = new ArrayList<>();
    result
        .getStatistics()
        .getRawData()
        .forEachRemaining(iteration -> iterations.add(iteration.getKey()));
    return of(iterations.stream().mapToDouble(Double::doubleValue).toArray());
  }

  /** Whether the true median is above a limit, with that confidence. */
  boolean isAbove(final double limit) {
    return low > limit;
  }

  /** Formats the median and the bounds, each in the given format of one number. */
  String format(final String number) {
    return String.format(
        Locale.ROOT, number + " (" + number + " to " + number + ")", median, low, high);
  }
}
