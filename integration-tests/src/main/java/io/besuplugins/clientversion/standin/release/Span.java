package io.besuplugins.clientversion.standin.release;

/**
 * The releases from one, which is included, to another, which is not.
 *
 * @param since the first release
 * @param until the first release after the last one, or null
 */
public record Span(Version since, Version until) {

  private static final Version OLDEST = Version.of("24.4.0");

  /**
   * From a release on.
   *
   * @param since the first release
   * @return the span
   */
  public static Span since(final String since) {
    return new Span(Version.of(since), null);
  }

  /**
   * Up to a release.
   *
   * @param until the first release that is not in the span
   * @return the span
   */
  public static Span until(final String until) {
    return new Span(OLDEST, Version.of(until));
  }

  /**
   * Between two releases.
   *
   * @param since the first release
   * @param until the first release that is not in the span
   * @return the span
   */
  public static Span between(final String since, final String until) {
    return new Span(Version.of(since), Version.of(until));
  }

  /**
   * All releases.
   *
   * @return the span
   */
  public static Span always() {
    return new Span(OLDEST, null);
  }

  /**
   * Whether a release is in the span.
   *
   * @param version the release
   * @return whether it is
   */
  public boolean contains(final Version version) {
    return version.compareTo(since) >= 0 && (until == null || version.compareTo(until) < 0);
  }
}
