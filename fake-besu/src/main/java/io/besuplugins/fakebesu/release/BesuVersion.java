// SPDX-License-Identifier: Apache-2.0
package io.besuplugins.fakebesu.release;

import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The version of a Besu release, such as {@code 24.8.0}; a suffix counts for nothing. */
record BesuVersion(int year, int number, int patch) implements Comparable<BesuVersion> {

  private static final Pattern FORMAT = Pattern.compile("(\\d+)\\.(\\d+)\\.(\\d+)(-.*)?");
  private static final Comparator<BesuVersion> ORDER =
      Comparator.comparingInt(BesuVersion::year)
          .thenComparingInt(BesuVersion::number)
          .thenComparingInt(BesuVersion::patch);

  static BesuVersion parse(final String text) {
    final Matcher matcher = FORMAT.matcher(text);
    if (!matcher.matches()) {
      throw new IllegalArgumentException("Not a Besu version: " + text);
    }
    return new BesuVersion(
        Integer.parseInt(matcher.group(1)),
        Integer.parseInt(matcher.group(2)),
        Integer.parseInt(matcher.group(3)));
  }

  @Override
  public int compareTo(final BesuVersion other) {
    return ORDER.compare(this, other);
  }
}
