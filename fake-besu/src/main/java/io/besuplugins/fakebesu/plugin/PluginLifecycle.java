// SPDX-License-Identifier: Apache-2.0
package io.besuplugins.fakebesu.plugin;

import io.besuplugins.fakebesu.release.BesuRelease;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
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

  private final List<BesuPlugin> registered = new ArrayList<>();
  private final BesuRelease release;
  private final PluginConfiguration configuration;
  private final PluginServices services;

  /** No plugin is registered yet. */
  public PluginLifecycle(
      final BesuRelease release,
      final PluginConfiguration configuration,
      final PluginServices services) {
    this.release = release;
    this.configuration = configuration;
    this.services = services;
  }

  /**
   * Loads the plugins with a new class loader and lets them register. Those that have registered
   * before, in the same process, stay.
   */
  public void register() throws IOException {
    final List<BesuPlugin> loaded = new PluginLoader(configuration, release).load();
    registered.addAll(loaded);
    for (final BesuPlugin plugin : loaded) {
      call(
          plugin,
          "registering",
          each -> {
            ReleasePluginApi.register(each, services);
            LOG.info("Registered plugin of type {}.", each.getClass().getName());
          });
    }
  }

  /** The last phase in which plugins can add JSON-RPC methods. */
  public void beforeExternalServices() {
    callAll("calling `beforeExternalServices` on", BesuPlugin::beforeExternalServices);
  }

  /** Starts the plugins. */
  public void start() {
    callAll("starting", BesuPlugin::start);
  }

  /** Stops the plugins. */
  public void stop() {
    if (release.stopsPlugins()) {
      for (final BesuPlugin plugin : registered) {
        try {
          plugin.stop();
        } catch (final Exception e) {
          LOG.error("Error stopping plugin of type {}", plugin.getClass().getName(), e);
        }
      }
    }
  }

  /**
   * The plugins as Besu's JSON-RPC methods get them.
   *
   * @throws IllegalStateException if two plugins have the same name
   */
  public Map<String, BesuPlugin> byName() {
    return registered.stream()
        .collect(Collectors.toMap(ReleasePluginApi::nameOf, Function.identity()));
  }

  /** What {@code --version} prints of the plugins, from the manifests of their jars. */
  public List<String> versions() {
    return registered.stream()
        .map(plugin -> plugin.getClass().getPackage())
        .map(jar -> jar.getImplementationTitle() + "/" + jar.getImplementationVersion())
        .toList();
  }

  private void callAll(final String phase, final Consumer<BesuPlugin> method) {
    List.copyOf(registered).forEach(plugin -> call(plugin, phase, method));
  }

  private void call(
      final BesuPlugin plugin, final String phase, final Consumer<BesuPlugin> method) {
    try {
      method.accept(plugin);
    } catch (final Exception e) {
      final String failure = "Error " + phase + " plugin of type " + plugin.getClass().getName();
      if (release.failsOnPluginException() && !configuration.continuesOnError()) {
        throw new IllegalStateException(failure, e);
      }
      LOG.error("{}, it is dropped", failure, e);
      registered.remove(plugin);
    }
  }
}
