// SPDX-License-Identifier: Apache-2.0
package io.besuplugins.clientversion.besu;

import io.besuplugins.clientversion.client.ClientVersion;
import java.io.IOException;
import java.net.JarURLConnection;
import java.net.URL;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.jar.Attributes;
import java.util.jar.JarFile;

/** Builds the running Besu's {@code ClientVersionV1}, code {@code BU}, from build metadata. */
public final class BesuClientVersion {

  /** Lighthouse, Teku and Grandine reject an answer whose commit is not eight hex digits. */
  private static final String UNKNOWN_COMMIT = "00000000";

  /** Besu's manifests contain the commit from 24.9.0 on; these are the release tags before that. */
  private static final Map<String, String> COMMITS =
      Map.of(
          "24.4.0", "34fc5eed",
          "24.5.0", "a016e597",
          "24.5.1", "f1d3a7d5",
          "24.5.2", "0cca642b",
          "24.5.3", "8425b1e8",
          "24.5.4", "8425b1e8",
          "24.6.0", "c3f7f876",
          "24.7.0", "3a73dccd",
          "24.7.1", "51bb6c78",
          "24.8.0", "ac9f8bbd");

  private BesuClientVersion() {}

  /**
   * Returns Besu's version as Besu itself reports it, without a {@code v}, and the first eight
   * digits of its commit, in lower case and without {@code 0x}.
   *
   * @param besuClass a class in one of Besu's jars, whose manifest is read
   */
  public static ClientVersion of(final Class<?> besuClass) {
    return fromManifest(manifestOf(besuClass));
  }

  static ClientVersion fromManifest(final Attributes manifest) {
    final String version =
        Objects.requireNonNullElse(
            manifest.getValue(Attributes.Name.IMPLEMENTATION_VERSION), "UNKNOWN");
    final String commit = Objects.requireNonNullElse(manifest.getValue("Commit-Hash"), "");
    return new ClientVersion(
        "BU",
        "Besu",
        version,
        commit.matches("\\p{XDigit}{8,}")
            ? commit.substring(0, 8).toLowerCase(Locale.ROOT)
            : COMMITS.getOrDefault(version, UNKNOWN_COMMIT));
  }

  /** Returns the main attributes; none if the class is in no jar, or in one without manifest. */
  static Attributes manifestOf(final Class<?> type) {
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
    } catch (final IOException e) {
      // Treated like a jar without a manifest.
    }
    return new Attributes();
  }
}
