package io.besuplugins.clientversion.execution;

import java.io.IOException;
import java.net.JarURLConnection;
import java.net.URL;
import java.net.URLConnection;
import java.util.Optional;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;

/**
 * What a build wrote into the manifest of one of its jars.
 *
 * @param version {@code Implementation-Version}, such as {@code 24.8.0}
 * @param commit {@code Commit-Hash}, 40 hex digits in a build from a git checkout
 */
public record BuildMetadata(Optional<String> version, Optional<String> commit) {

  private static final BuildMetadata NONE = new BuildMetadata(Optional.empty(), Optional.empty());

  /** Reads the manifest of the jar that a class came from; nothing is known of a class without. */
  public static BuildMetadata of(final Class<?> builtWith) {
    final URL location = builtWith.getResource(builtWith.getSimpleName() + ".class");
    try {
      return location == null ? NONE : of(location.openConnection());
    } catch (final IOException unreadable) {
      return NONE;
    }
  }

  private static BuildMetadata of(final URLConnection connection) throws IOException {
    if (!(connection instanceof JarURLConnection inJar)) {
      return NONE;
    }
    inJar.setUseCaches(false);
    try (JarFile jar = inJar.getJarFile()) {
      final Manifest manifest = jar.getManifest();
      return manifest == null ? NONE : of(manifest.getMainAttributes());
    }
  }

  private static BuildMetadata of(final Attributes attributes) {
    return new BuildMetadata(
        Optional.ofNullable(attributes.getValue(Attributes.Name.IMPLEMENTATION_VERSION)),
        Optional.ofNullable(attributes.getValue("Commit-Hash")));
  }
}
