// SPDX-License-Identifier: Apache-2.0
package io.besuplugins.fakebesu.pluginapi;

import io.besuplugins.fakebesu.plugin.PluginServices;
import org.hyperledger.besu.config.MergeConfigOptions;
import org.hyperledger.besu.plugin.BesuPlugin;

/** The plugin API of 24.4.0 to 24.9.1. */
public final class ReleasePluginApi implements PluginApi {

  @Override
  public void register(final BesuPlugin plugin, final PluginServices services) {
    plugin.register(services::find);
  }

  @Override
  public void beforeExternalServices(final BesuPlugin plugin) {
    plugin.beforeExternalServices();
  }

  @Override
  public void start(final BesuPlugin plugin, final PluginServices services) {
    plugin.start();
  }

  @Override
  public String versionOf(final BesuPlugin plugin) {
    return plugin.getVersion();
  }

  @Override
  public void setMergeEnabled(final boolean isMergeEnabled) {
    MergeConfigOptions.setMergeEnabled(isMergeEnabled);
  }
}
