// SPDX-License-Identifier: Apache-2.0
package io.besuplugins.fakebesu.plugin;

import io.besuplugins.fakebesu.pluginapi.PluginApi;
import io.besuplugins.fakebesu.pluginapi.ReleasePluginApi;
import io.besuplugins.fakebesu.release.BesuFeature;
import io.besuplugins.fakebesu.release.BesuRelease;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.hyperledger.besu.plugin.BesuPlugin;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Calls plugins, phase by phase. An exception drops the plugin or stops the node, depending on
 * release and configuration; an error always propagates, as in Besu.
 */
public final class PluginLifecycle {

  private static final Logger LOG =
      LoggerFactory.getLogger("org.hyperledger.besu.services.BesuPluginContextImpl");

  private final PluginApi api = new ReleasePluginApi();
  private final List<BesuPlugin> plugins = new ArrayList<>();
  private final BesuRelease release;
  private final PluginConfiguration configuration;
  private final PluginServices services;
  private final PluginOptions options;

  /** No plugin is loaded yet. */
  public PluginLifecycle(
      final BesuRelease release,
      final PluginConfiguration configuration,
      final PluginServices services,
      final PluginOptions options) {
    this.release = release;
    this.configuration = configuration;
    this.services = services;
    this.options = options;
  }

  /** Loads the plugins. */
  public void load() throws IOException {
    plugins.addAll(new PluginLoader(configuration, release).load());
  }

  /** Lets plugins declare options, where the API has a phase for that, and then no more. */
  public void defineOptions() {
    forEach("defining options of", plugin -> api.defineOptions(plugin, options));
    options.close();
  }

  /** Lets plugins register. */
  public void register() {
    final List<BesuPlugin> violating = new ArrayList<>();
    forEach(
        "registering",
        plugin -> {
          try {
            api.register(plugin, services);
          } finally {
            if (options.isViolated() && violating.isEmpty()) {
              violating.add(plugin);
            }
          }
          LOG.info("Registered plugin of type {}.", plugin.getClass().getName());
        });
    if (!violating.isEmpty()) {
      throw new IllegalStateException(
          "Plugin " + violating.get(0).getClass().getName() + " added options in register");
    }
  }

  /** Tells plugins whether this is a merge network. */
  public void setMergeEnabled(final boolean isMergeEnabled) {
    api.setMergeEnabled(isMergeEnabled);
  }

  /** The last phase in which plugins can add JSON-RPC methods. */
  public void beforeExternalServices() {
    forEach("calling beforeExternalServices of", api::beforeExternalServices);
  }

  /** Starts the plugins. */
  public void start() {
    forEach("starting", plugin -> api.start(plugin, services));
  }

  /** Tells plugins that the node runs. */
  public void afterMainLoop() {
    forEach("calling afterMainLoop of", plugin -> api.afterMainLoop(plugin, services));
  }

  /** Stops the plugins. */
  public void stop() {
    if (release.has(BesuFeature.STOPS_PLUGINS)) {
      for (final BesuPlugin plugin : plugins) {
        try {
          plugin.stop();
        } catch (final Exception e) {
          LOG.error("Error stopping plugin of type {}", plugin.getClass().getName(), e);
        }
      }
    }
  }

  /** What {@code --version} prints of the plugins. */
  public List<String> versions() {
    return plugins.stream().map(api::versionOf).toList();
  }

  private void forEach(final String phase, final Consumer<BesuPlugin> call) {
    for (final BesuPlugin plugin : List.copyOf(plugins)) {
      try {
        call.accept(plugin);
      } catch (final Exception e) {
        final String failure = "Error " + phase + " plugin of type " + plugin.getClass().getName();
        if (release.has(BesuFeature.FAILS_ON_PLUGIN_EXCEPTION)
            && !configuration.continuesOnError()) {
          throw new IllegalStateException(failure, e);
        }
        LOG.error("{}, it is dropped", failure, e);
        plugins.remove(plugin);
      }
    }
  }
}
