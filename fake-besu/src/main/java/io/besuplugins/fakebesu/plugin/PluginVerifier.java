// SPDX-License-Identifier: Apache-2.0
package io.besuplugins.fakebesu.plugin;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Compares the Besu version in the catalog of each plugin jar with the running one. */
record PluginVerifier(String version, boolean isFull) {

  private static final Logger LOG =
      LoggerFactory.getLogger("org.hyperledger.besu.services.PluginVerifier");
  private static final String CATALOG = "META-INF/plugin-artifacts-catalog.json";

  void verify(final List<Path> jars) throws IOException {
    for (final Path jar : jars) {
      final String builtFor = catalogVersion(jar);
      if (!version.equals(builtFor)) {
        LOG.warn(
            "Plugin artifact {} is built against Besu version {} while current running Besu"
                + " version is {}",
            jar,
            builtFor == null ? "unknown" : builtFor,
            version);
        if (isFull) {
          throw new IllegalStateException("Plugins verification failed");
        }
      }
    }
  }

  private static String catalogVersion(final Path file) throws IOException {
    try (JarFile jar = new JarFile(file.toFile())) {
      final ZipEntry entry = jar.getEntry(CATALOG);
      if (entry == null) {
        return null;
      }
      try (InputStream catalog = jar.getInputStream(entry)) {
        return new ObjectMapper().readTree(catalog).path("besuVersion").textValue();
      }
    }
  }
}
