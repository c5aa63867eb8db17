// SPDX-License-Identifier: Apache-2.0
package org.hyperledger.besu.config;

/** Whether the genesis has a terminal total difficulty; its place up to 24.9.1. */
public final class MergeConfigOptions {

  private static volatile boolean mergeEnabled;

  private MergeConfigOptions() {}

  /** False until the node has read its genesis. */
  public static boolean isMergeEnabled() {
    return mergeEnabled;
  }

  /** Called by the node when it has read its genesis. */
  public static void setMergeEnabled(final boolean newMergeState) {
    mergeEnabled = newMergeState;
  }
}
