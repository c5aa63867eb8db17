// SPDX-License-Identifier: Apache-2.0
package io.besuplugins.fakebesu.release;

/** What differs among the releases that the fake takes the place of. */
public enum BesuFeature {
  /** {@code engine_getClientVersionV1} is built in on merge networks. */
  CLIENT_VERSION_METHOD(ReleaseRange.since("24.9.0")),
  /** That method returns an array of one object; before, the object alone. */
  CLIENT_VERSION_ARRAY(ReleaseRange.since("24.10.0")),
  /** {@code stop()} is called; it never is in 24.6.0 to 24.9.1. */
  STOPS_PLUGINS(ReleaseRange.since("24.10.0")),
  /** A plugin that throws an exception stops the node, unless the operator says otherwise. */
  FAILS_ON_PLUGIN_EXCEPTION(ReleaseRange.since("24.10.0")),
  /** A plugin's jar is compared with its catalog. */
  VERIFIES_PLUGINS(ReleaseRange.since("26.1.0")),
  /** A genesis without terminal total difficulty and without known consensus is proof of stake. */
  PROOF_OF_STAKE_BY_DEFAULT(ReleaseRange.since("26.7.0")),
  /** log4j is configured again when the node starts, after plugins have registered. */
  RECONFIGURES_LOGGING(ReleaseRange.until("26.8.0")),
  /** Plugins declare options before the command line is parsed and register after it. Announced. */
  DEFINES_OPTIONS_FIRST(ReleaseRange.since("26.9.0"));

  private final ReleaseRange releases;

  BesuFeature(final ReleaseRange releases) {
    this.releases = releases;
  }

  boolean isIn(final BesuVersion version) {
    return releases.contains(version);
  }
}
