package io.besuplugins.clientversion.execution;

import java.io.IOException;
import java.net.JarURLConnection;
import java.net.URL;
import java.util.jar.Attributes;
import java.util.jar.JarFile;

/** What a build wrote into the manifest of one of its jars. */
public final class BuildMetadata {

  private BuildMetadata() {}

  /**
   * The main attributes of the jar that a class came from, such as {@code Implementation-Version};
   * none for a class that came from elsewhere, or from a jar without a manifest.
   */
  public static Attributes of(final Class<?> builtWith) {
    final URL location = builtWith.getResource(builtWith.getSimpleName() + ".class");
    try {
      if (location != null && location.openConnection() instanceof JarURLConnection inJar) {
        inJar.setUseCaches(false);
        try (JarFile jar = inJar.getJarFile()) {
          if (jar.getManifest() != null) {
            return jar.getManifest().getMainAttributes();
          }
        }
      }
    } catch (final IOException unreadable) {
      // As little is known as of a class outside a jar.
    }
    return new Attributes();
  }
}
