// SPDX-License-Identifier: Apache-2.0
package io.besuplugins.clientversion.devnet.node;

/** Besu's releases and the first eight hex digits of the commits that their tags point to. */
final class BesuReleases {

  /** The last four are of fakes. */
  private static final String COMMITS =
      """
      24.4.0 34fc5eed, 24.5.0 a016e597, 24.5.1 f1d3a7d5, 24.5.2 0cca642b, 24.5.3 8425b1e8,
      24.5.4 8425b1e8, 24.6.0 c3f7f876, 24.7.0 3a73dccd, 24.7.1 51bb6c78, 24.8.0 ac9f8bbd,
      24.9.0 2881994f, 24.9.1 b18d1505, 24.10.0 141eb4b7, 24.12.0 101bd06e, 25.6.0 9459e4fc,
      25.12.0 05b6c1a8, 26.8.0 f2557d7c,
      26.9.0-L1 a0000001, 26.9.0-L2 a0000002, 26.9.0-L3 a0000003, 26.9.0-L3-contexts a0000004,
      """;

  private BesuReleases() {}

  static String commitOf(final String release) {
    for (final String entry : COMMITS.split(",\\s+")) {
      if (entry.startsWith(release + " ")) {
        return entry.substring(entry.indexOf(' ') + 1);
      }
    }
    throw new IllegalArgumentException("Add the commit of Besu " + release + " to BesuReleases");
  }
}
