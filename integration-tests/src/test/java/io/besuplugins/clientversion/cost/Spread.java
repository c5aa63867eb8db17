// SPDX-License-Identifier: Apache-2.0
package io.besuplugins.clientversion.cost;

import java.math.BigInteger;
import java.util.Locale;
import java.util.stream.DoubleStream;

/**
 * What one figure came to in several pairs of nodes: the median, and the two bounds between which
 * the true median is with 95 % of confidence, by the sign test; with fewer than six pairs, the
 * smallest and the largest.
 */
record Spread(double median, double low, double high) {

  static Spread of(final DoubleStream figures) {
    final double[] sorted = figures.sorted().toArray();
    if (sorted.length == 0) {
      throw new IllegalArgumentException("No pair was measured");
    }
    final int left = leftOut(sorted.length);
    return new Spread(median(sorted), sorted[left], sorted[sorted.length - 1 - left]);
  }

  /** Whether it is more than that, and not by chance. */
  boolean isAbove(final double aim) {
    return low > aim;
  }

  /** The median and its bounds in that format of one number. */
  String as(final String format) {
    return String.format(
        Locale.ROOT, format + " (" + format + " to " + format + ")", median, low, high);
  }

  private static double median(final double[] sorted) {
    final int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }

  /** How many may be left out at each end: the tails of the binomial distribution with a half. */
  private static int leftOut(final int pairs) {
    final BigInteger all = BigInteger.ONE.shiftLeft(pairs);
    BigInteger tail = BigInteger.ONE;
    BigInteger coefficient = BigInteger.ONE;
    int left = 0;
    for (int i = 1; tail.multiply(BigInteger.valueOf(40)).compareTo(all) <= 0; i++) {
      left = i - 1;
      coefficient =
          coefficient.multiply(BigInteger.valueOf(pairs - i + 1)).divide(BigInteger.valueOf(i));
      tail = tail.add(coefficient);
    }
    return left;
  }
}
