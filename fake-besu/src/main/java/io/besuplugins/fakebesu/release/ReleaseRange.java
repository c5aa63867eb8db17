// SPDX-License-Identifier: Apache-2.0
package io.besuplugins.fakebesu.release;

/** The releases from {@code since} to just before {@code until}; null is no limit. */
record ReleaseRange(BesuVersion since, BesuVersion until) {

  static ReleaseRange since(final String since) {
    return new ReleaseRange(BesuVersion.parse(since), null);
  }

  static ReleaseRange until(final String until) {
    return new ReleaseRange(null, BesuVersion.parse(until));
  }

  boolean contains(final BesuVersion version) {
    return (since == null || version.compareTo(since) >= 0)
        && (until == null || version.compareTo(until) < 0);
  }
}
