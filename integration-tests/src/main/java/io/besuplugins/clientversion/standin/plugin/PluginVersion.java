package io.besuplugins.clientversion.standin.plugin;

import io.besuplugins.clientversion.standin.release.Release;
import io.besuplugins.clientversion.standin.release.Trait;
import io.besuplugins.clientversion.standin.shape.PluginApi;
import java.util.Optional;
import org.hyperledger.besu.plugin.BesuPlugin;

/** How a release shows the version of a plugin. */
final class PluginVersion {

  private PluginVersion() {}

  static String of(final BesuPlugin plugin, final Release release) {
    if (!release.has(Trait.ASKS_PLUGINS_FOR_THEIR_VERSION)) {
      final Package home = plugin.getClass().getPackage();
      return Optional.ofNullable(home.getImplementationTitle())
              .orElse(plugin.getClass().getSimpleName())
          + "/v"
          + Optional.ofNullable(home.getImplementationVersion()).orElse("<Unknown Version>");
    }
    return release.has(Trait.NAMES_PLUGINS_IN_VERSION)
        ? PluginApi.nameOf(plugin) + "/" + plugin.getVersion()
        : plugin.getVersion();
  }
}
