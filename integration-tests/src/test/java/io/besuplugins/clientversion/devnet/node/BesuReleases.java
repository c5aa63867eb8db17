// SPDX-License-Identifier: Apache-2.0
package io.besuplugins.clientversion.devnet.node;

import static java.util.Map.entry;

import java.util.Map;

/** Besu's releases and the first eight hex digits of the commits that their tags point to. */
final class BesuReleases {

  private static final Map<String, String> COMMITS =
      Map.ofEntries(
          entry("24.4.0", "34fc5eed"),
          entry("24.5.0", "a016e597"),
          entry("24.5.1", "f1d3a7d5"),
          entry("24.5.2", "0cca642b"),
          entry("24.5.3", "8425b1e8"),
          entry("24.5.4", "8425b1e8"),
          entry("24.6.0", "c3f7f876"),
          entry("24.7.0", "3a73dccd"),
          entry("24.7.1", "51bb6c78"),
          entry("24.8.0", "ac9f8bbd"),
          entry("24.9.0", "2881994f"),
          entry("24.9.1", "b18d1505"),
          entry("24.10.0", "141eb4b7"),
          entry("24.12.0", "101bd06e"),
          entry("25.6.0", "9459e4fc"),
          entry("25.12.0", "05b6c1a8"),
          entry("26.8.0", "f2557d7c"));

  private BesuReleases() {}

  static String commitOf(final String release) {
    final String commit = COMMITS.get(release);
    if (commit == null) {
      throw new IllegalArgumentException("Add the commit of Besu " + release + " to BesuReleases");
    }
    return commit;
  }
}
