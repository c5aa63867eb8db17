package io.besuplugins.clientversion.standin.plugin;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.besuplugins.clientversion.standin.plugin.PluginSelection.VerificationMode;
import io.besuplugins.clientversion.standin.release.Release;
import io.besuplugins.clientversion.standin.shape.PluginApi;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URL;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hyperledger.besu.plugin.BesuPlugin;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/**
 * What Besu checks from 26.1.0 on before plugins register: their names are unique, and their jars
 * say in a catalog which Besu and which libraries they were built with. A catalog that cannot be
 * read stops the node in any mode.
 */
final class PluginVerification {

  private static final Logger LOG =
      LoggerFactory.getLogger("org.hyperledger.besu.services.PluginVerifier");
  private static final String PLUGIN_CATALOG = "META-INF/plugin-artifacts-catalog.json";
  private static final String NODE_CATALOG = "META-INF/besu-artifacts-catalog.json";
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Release release;
  private final boolean isStrict;

  PluginVerification(final Release release, final VerificationMode mode) {
    this.release = release;
    this.isStrict = mode == VerificationMode.FULL;
  }

  void verify(final ClassLoader loader, final List<BesuPlugin> plugins) {
    verifyNames(plugins);
    try {
      final Map<String, List<BesuPlugin>> byJar =
          plugins.stream().collect(Collectors.groupingBy(PluginVerification::jarOf));
      final Map<String, Catalog> catalogs = catalogs(loader);
      final Set<String> without = new HashSet<>(byJar.keySet());
      without.removeAll(catalogs.keySet());
      refuseIfAny(
          without.stream()
              .map(
                  jar ->
                      "Artifact %s containing plugins %s is without a catalog"
                          .formatted(jar, byJar.get(jar).stream().map(PluginApi::nameOf).toList()))
              .toList());
      refuseIfAny(byJar.keySet().stream().flatMap(jar -> otherBesu(jar, catalogs)).toList());
      final List<Library> nodeLibraries = nodeLibraries(loader);
      refuseIfAny(
          byJar.keySet().stream()
              .filter(catalogs::containsKey)
              .flatMap(jar -> broughtTwice(jar, catalogs.get(jar), nodeLibraries))
              .toList());
    } catch (final IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void verifyNames(final List<BesuPlugin> plugins) {
    final List<String> repeated =
        plugins.stream()
            .collect(Collectors.groupingBy(PluginApi::nameOf, Collectors.counting()))
            .entrySet()
            .stream()
            .filter(entry -> entry.getValue() > 1)
            .map(Map.Entry::getKey)
            .toList();
    if (!repeated.isEmpty()) {
      throw new IllegalStateException(
          "Plugins with same name detected: " + String.join(", ", repeated));
    }
  }

  private Stream<String> otherBesu(final String jar, final Map<String, Catalog> catalogs) {
    final String running = release.version().toString();
    final String builtFor = catalogs.containsKey(jar) ? catalogs.get(jar).besuVersion() : null;
    return running.equals(builtFor)
        ? Stream.empty()
        : Stream.of(
            "Plugin artifact %s is built against Besu version %s while current running Besu version is %s"
                .formatted(jar, builtFor == null ? "unknown" : builtFor, running));
  }

  private static Stream<String> broughtTwice(
      final String jar, final Catalog catalog, final List<Library> nodeLibraries) {
    return catalog.dependencies().stream()
        .filter(own -> nodeLibraries.stream().anyMatch(own::isSameAs))
        .map(
            own ->
                "Plugin artifact %s brings the dependency %s:%s that is already provided by Besu"
                    .formatted(jar, own.group(), own.name()));
  }

  private void refuseIfAny(final List<String> complaints) {
    complaints.forEach(LOG.atLevel(isStrict ? Level.ERROR : Level.WARN)::log);
    if (isStrict && !complaints.isEmpty()) {
      throw new IllegalStateException(
          "Plugins verification failed, see previous logs for more details.");
    }
  }

  private static String jarOf(final BesuPlugin plugin) {
    return URI.create(
            plugin.getClass().getProtectionDomain().getCodeSource().getLocation().toString())
        .getPath();
  }

  private static Map<String, Catalog> catalogs(final ClassLoader loader) throws IOException {
    return Collections.list(loader.getResources(PLUGIN_CATALOG)).stream()
        .collect(Collectors.toMap(PluginVerification::jarOf, PluginVerification::catalogAt));
  }

  private static String jarOf(final URL entry) {
    return URI.create(entry.getPath().split("!", 2)[0]).getPath();
  }

  private static Catalog catalogAt(final URL entry) {
    try {
      return JSON.readValue(entry, Catalog.class);
    } catch (final IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Library> nodeLibraries(final ClassLoader loader) throws IOException {
    final URL catalog = loader.getResource(NODE_CATALOG);
    if (catalog == null) {
      throw new IllegalStateException("No Besu artifacts catalog found");
    }
    return JSON.readValue(catalog, new TypeReference<>() {});
  }

  private record Catalog(String besuVersion, List<Library> dependencies) {}

  private record Library(
      String name, String group, String version, String classifier, String filename) {

    boolean isSameAs(final Library other) {
      return name.equals(other.name()) && group.equals(other.group());
    }
  }
}
