package org.hyperledger.besu.config;

/**
 * Whether the network has a terminal total difficulty, where a plugin finds it in releases 24.10.0
 * and later.
 */
public final class MergeConfiguration {

  private static volatile boolean mergeEnabled;

  private MergeConfiguration() {}

  /**
   * Whether this is a merge network; false until the node has read its genesis.
   *
   * @return the flag
   */
  public static boolean isMergeEnabled() {
    return mergeEnabled;
  }

  /**
   * Set once by the node, before it asks any plugin anything but to register.
   *
   * @param enabled whether the genesis has a terminal total difficulty
   */
  public static void setMergeEnabled(final boolean enabled) {
    mergeEnabled = enabled;
  }
}
