// SPDX-License-Identifier: Apache-2.0
package io.besuplugins.clientversion.besu;

import java.io.IOException;
import java.net.JarURLConnection;
import java.net.URL;
import java.util.jar.Attributes;
import java.util.jar.JarFile;

/** Reads the manifest of the jar that contains a class. */
public final class JarManifest {

  private JarManifest() {}

  /** Returns the version of the jar that contains a class, or {@code unknown}. */
  public static String versionOf(final Class<?> type) {
    return of(type).getOrDefault(Attributes.Name.IMPLEMENTATION_VERSION, "unknown").toString();
  }

  /**
   * Returns the manifest's main attributes, such as {@code Implementation-Version}; no attributes
   * if the class is not in a jar, or the jar has no readable manifest.
   */
  public static Attributes of(final Class<?> type) {
    final URL location = type.getResource(type.getSimpleName() + ".class");
    try {
      if (location != null && location.openConnection() instanceof JarURLConnection connection) {
        connection.setUseCaches(false);
        try (JarFile jar = connection.getJarFile()) {
          if (jar.getManifest() != null) {
            return jar.getManifest().getMainAttributes();
          }
        }
      }
    } catch (final IOException unreadable) {
      // Treated like a jar without a manifest.
    }
    return new Attributes();
  }
}
