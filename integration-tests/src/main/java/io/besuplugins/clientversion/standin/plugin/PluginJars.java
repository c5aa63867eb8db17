package io.besuplugins.clientversion.standin.plugin;

import io.besuplugins.clientversion.standin.release.Release;
import io.besuplugins.clientversion.standin.release.Trait;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import org.hyperledger.besu.plugin.BesuPlugin;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The jars at the top of the plugins directory, all in one class loader below the node's own, so
 * that the node's classes win.
 */
final class PluginJars {

  private static final Logger LOG = LoggerFactory.getLogger(Plugins.BESU_LOGGER);

  private final Release release;
  private final List<URLClassLoader> loaders = new ArrayList<>();

  PluginJars(final Release release) {
    this.release = release;
  }

  /** Makes one plugin of each class that the jars announce. */
  List<BesuPlugin> plugins(final PluginSelection selection) {
    final Path directory = selection.directory();
    if (!Files.isDirectory(directory)) {
      LOG.debug("Plugin directory does not exist, skipping registration. - {}", directory);
      return release.has(Trait.FINDS_PLUGINS_ON_CLASS_PATH)
          ? pluginsIn(PluginJars.class.getClassLoader())
          : List.of();
    }
    LOG.debug("Searching for plugins in {}", directory.toAbsolutePath());
    final URLClassLoader loader =
        new URLClassLoader(jarsIn(directory), PluginJars.class.getClassLoader());
    loaders.add(loader);
    final List<BesuPlugin> plugins = pluginsIn(loader);
    if (release.has(Trait.VERIFIES_PLUGINS)) {
      new PluginVerification(release, selection.verification()).verify(loader, plugins);
    }
    return plugins;
  }

  void close() {
    for (final URLClassLoader loader : loaders) {
      try {
        loader.close();
      } catch (final IOException e) {
        LOG.debug("Error closing plugin classloader", e);
      }
    }
  }

  private static List<BesuPlugin> pluginsIn(final ClassLoader loader) {
    return ServiceLoader.load(BesuPlugin.class, loader).stream()
        .map(ServiceLoader.Provider::get)
        .toList();
  }

  private static URL[] jarsIn(final Path directory) {
    try (Stream<Path> files = Files.list(directory)) {
      return files
          .filter(file -> file.getFileName().toString().endsWith(".jar"))
          .map(PluginJars::urlOf)
          .toArray(URL[]::new);
    } catch (final IOException e) {
      throw new UncheckedIOException("Error enumerating plugins", e);
    }
  }

  private static URL urlOf(final Path file) {
    try {
      return file.toUri().toURL();
    } catch (final MalformedURLException e) {
      throw new UncheckedIOException(e);
    }
  }
}
