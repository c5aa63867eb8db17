// SPDX-License-Identifier: Apache-2.0
package io.besuplugins.fakebesu.plugin;

import org.hyperledger.besu.config.MergeConfigOptions;
import org.hyperledger.besu.plugin.BesuPlugin;

/** How 24.4.0 to 24.9.1 call a plugin. */
public final class ReleasePluginApi {

  private ReleasePluginApi() {}

  static void register(final BesuPlugin plugin, final PluginServices services) {
    plugin.register(services::find);
  }

  static String nameOf(final BesuPlugin plugin) {
    return plugin.getName().orElseThrow();
  }

  /** Tells plugins whether the genesis has a terminal total difficulty. */
  public static void setMergeEnabled(final boolean isMergeEnabled) {
    MergeConfigOptions.setMergeEnabled(isMergeEnabled);
  }
}
