// SPDX-License-Identifier: Apache-2.0
package io.besuplugins.fakebesu.pluginapi;

import io.besuplugins.fakebesu.plugin.PluginServices;
import org.hyperledger.besu.plugin.BesuPlugin;
import org.hyperledger.besu.plugin.services.PicoCLIOptions;

/** How a release calls a plugin; implemented once for each shape of the plugin API. */
public interface PluginApi {

  /** Lets a plugin declare its options, where the API has a phase for that. */
  default void defineOptions(final BesuPlugin plugin, final PicoCLIOptions options) {}

  /** Calls {@code register}. */
  void register(BesuPlugin plugin, PluginServices services);

  /** Calls {@code beforeExternalServices}, where the API has it. */
  default void beforeExternalServices(final BesuPlugin plugin) {}

  /** Calls {@code start}. */
  void start(BesuPlugin plugin, PluginServices services);

  /** Calls {@code afterMainLoop}, where the API has it. */
  default void afterMainLoop(final BesuPlugin plugin, final PluginServices services) {}

  /** What {@code --version} prints of a plugin. */
  String versionOf(BesuPlugin plugin);

  /** Tells plugins whether this is a merge network. */
  void setMergeEnabled(boolean isMergeEnabled);
}
