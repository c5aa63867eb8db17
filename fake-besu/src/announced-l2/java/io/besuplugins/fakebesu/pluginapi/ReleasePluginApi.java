// SPDX-License-Identifier: Apache-2.0
package io.besuplugins.fakebesu.pluginapi;

import io.besuplugins.fakebesu.plugin.PluginServices;
import org.hyperledger.besu.config.MergeConfiguration;
import org.hyperledger.besu.plugin.BesuPlugin;
import org.hyperledger.besu.plugin.services.MetricsSystem;
import org.hyperledger.besu.plugin.services.PicoCLIOptions;
import org.hyperledger.besu.plugin.services.RpcEndpointRegistry;
import org.hyperledger.besu.plugin.services.RpcEndpointService;

/** The announced plugin API with a context for each phase. */
public final class ReleasePluginApi implements PluginApi {

  @Override
  public void defineOptions(final BesuPlugin plugin, final PicoCLIOptions options) {
    plugin.defineOptions(options);
  }

  @Override
  public void register(final BesuPlugin plugin, final PluginServices services) {
    final RpcEndpointService rpc = services.find(RpcEndpointService.class).orElseThrow();
    plugin.register(new PhaseContext(RpcEndpointRegistry.class, rpc::registerRPCEndpoint));
  }

  @Override
  public void start(final BesuPlugin plugin, final PluginServices services) {
    plugin.start(runningContext(services));
  }

  @Override
  public void afterMainLoop(final BesuPlugin plugin, final PluginServices services) {
    plugin.afterMainLoop(runningContext(services));
  }

  @Override
  public String versionOf(final BesuPlugin plugin) {
    return plugin.getName() + "/" + plugin.getVersion();
  }

  @Override
  public void setMergeEnabled(final boolean isMergeEnabled) {
    MergeConfiguration.setMergeEnabled(isMergeEnabled);
  }

  private static PhaseContext runningContext(final PluginServices services) {
    return new PhaseContext(MetricsSystem.class, services.find(MetricsSystem.class).orElseThrow());
  }
}
