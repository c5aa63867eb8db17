// SPDX-License-Identifier: Apache-2.0
package io.besuplugins.fakebesu.plugin;

import io.besuplugins.fakebesu.release.BesuRelease;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import org.hyperledger.besu.plugin.BesuPlugin;

/** Loads the plugins in the jars of a directory, with one class loader for all of them. */
record PluginLoader(PluginConfiguration configuration, BesuRelease release) {

  /**
   * The plugins to run.
   *
   * @throws java.util.ServiceConfigurationError if one of them cannot be instantiated
   */
  List<BesuPlugin> load() throws IOException {
    if (!Files.isDirectory(configuration.directory())) {
      return List.of();
    }
    final List<Path> jars = jars();
    if (release.verifiesPlugins()) {
      new PluginVerifier(release.version(), configuration.isVerificationFull()).verify(jars);
    }
    final List<URL> urls = new ArrayList<>();
    for (final Path jar : jars) {
      urls.add(jar.toUri().toURL());
    }
    final ClassLoader loader =
        new URLClassLoader(urls.toArray(URL[]::new), PluginLoader.class.getClassLoader());
    return requestedAmong(
        ServiceLoader.load(BesuPlugin.class, loader).stream()
            .map(ServiceLoader.Provider::get)
            .toList());
  }

  private List<Path> jars() throws IOException {
    try (Stream<Path> files = Files.list(configuration.directory())) {
      return files.filter(file -> file.toString().endsWith(".jar")).toList();
    }
  }

  private List<BesuPlugin> requestedAmong(final List<BesuPlugin> plugins) {
    final List<String> found =
        plugins.stream().map(plugin -> plugin.getClass().getSimpleName()).toList();
    final List<String> requested = configuration.requested();
    final List<String> missing = requested.stream().filter(name -> !found.contains(name)).toList();
    if (!missing.isEmpty()) {
      throw new NoSuchElementException(
          "The following requested plugins were not found: " + String.join(", ", missing));
    }
    return plugins.stream()
        .filter(
            plugin -> requested.isEmpty() || requested.contains(plugin.getClass().getSimpleName()))
        .toList();
  }
}
