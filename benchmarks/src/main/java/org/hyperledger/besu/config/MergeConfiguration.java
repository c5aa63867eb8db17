// SPDX-License-Identifier: Apache-2.0
package org.hyperledger.besu.config;

/** Besu's merge flag, which the plugin reads by name. */
public final class MergeConfiguration {

  private static boolean mergeEnabled;

  private MergeConfiguration() {}

  /** Set by Besu if the genesis has a terminal total difficulty. */
  public static void setMergeEnabled(final boolean isMergeEnabled) {
    mergeEnabled = isMergeEnabled;
  }

  /** Returns whether the flag is set. */
  public static boolean isMergeEnabled() {
    return mergeEnabled;
  }
}
