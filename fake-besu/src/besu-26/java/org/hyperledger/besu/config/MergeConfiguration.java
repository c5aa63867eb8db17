// SPDX-License-Identifier: Apache-2.0
package org.hyperledger.besu.config;

/** Whether the genesis has a terminal total difficulty; its place from 24.10.0 on. */
public final class MergeConfiguration {

  private static volatile boolean mergeEnabled;

  private MergeConfiguration() {}

  /** False until the node has read its genesis. */
  public static boolean isMergeEnabled() {
    return mergeEnabled;
  }

  /** Called by the node when it has read its genesis. */
  public static void setMergeEnabled(final boolean newMergeState) {
    mergeEnabled = newMergeState;
  }
}
