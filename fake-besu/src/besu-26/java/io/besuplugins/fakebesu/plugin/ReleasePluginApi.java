// SPDX-License-Identifier: Apache-2.0
package io.besuplugins.fakebesu.plugin;

import org.hyperledger.besu.config.MergeConfiguration;
import org.hyperledger.besu.plugin.BesuPlugin;

/** How 26.1.0 to 26.8.0 call a plugin. */
public final class ReleasePluginApi {

  private ReleasePluginApi() {}

  static void register(final BesuPlugin plugin, final PluginServices services) {
    plugin.register(services::find);
  }

  static String nameOf(final BesuPlugin plugin) {
    return plugin.getName();
  }

  /** Tells plugins whether the genesis has a terminal total difficulty. */
  public static void setMergeEnabled(final boolean isMergeEnabled) {
    MergeConfiguration.setMergeEnabled(isMergeEnabled);
  }
}
