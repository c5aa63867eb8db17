package io.besuplugins.clientversion.standin.release;

import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The number of a Besu release: year, month or sequence, patch. */
public record Version(int year, int number, int patch) implements Comparable<Version> {

  private static final Pattern FORM = Pattern.compile("(\\d+)\\.(\\d+)\\.(\\d+)");
  private static final Comparator<Version> ORDER =
      Comparator.comparingInt(Version::year)
          .thenComparingInt(Version::number)
          .thenComparingInt(Version::patch);

  /**
   * Reads a release number.
   *
   * @param text such as {@code 24.8.0}
   * @return the version
   * @throws IllegalArgumentException if it is something else
   */
  public static Version of(final String text) {
    final Matcher matcher = FORM.matcher(text);
    if (!matcher.matches()) {
      throw new IllegalArgumentException("Not a Besu release: " + text);
    }
    return new Version(
        Integer.parseInt(matcher.group(1)),
        Integer.parseInt(matcher.group(2)),
        Integer.parseInt(matcher.group(3)));
  }

  @Override
  public int compareTo(final Version other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return year + "." + number + "." + patch;
  }
}
