// SPDX-License-Identifier: Apache-2.0
package io.besuplugins.fakebesu.pluginapi;

import io.besuplugins.fakebesu.plugin.PluginServices;
import org.hyperledger.besu.config.MergeConfiguration;
import org.hyperledger.besu.plugin.BesuPlugin;
import org.hyperledger.besu.plugin.services.PicoCLIOptions;

/** The announced plugin API with {@code defineOptions}. */
public final class ReleasePluginApi implements PluginApi {

  @Override
  public void defineOptions(final BesuPlugin plugin, final PicoCLIOptions options) {
    plugin.defineOptions(options);
  }

  @Override
  public void register(final BesuPlugin plugin, final PluginServices services) {
    plugin.register(services::find);
  }

  @Override
  public void start(final BesuPlugin plugin, final PluginServices services) {
    plugin.start();
  }

  @Override
  public String versionOf(final BesuPlugin plugin) {
    return plugin.getName() + "/" + plugin.getVersion();
  }

  @Override
  public void setMergeEnabled(final boolean isMergeEnabled) {
    MergeConfiguration.setMergeEnabled(isMergeEnabled);
  }
}
