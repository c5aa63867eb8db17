// SPDX-License-Identifier: Apache-2.0
package io.besuplugins.clientversion.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** The jar that operators download. */
class PluginJarIT {

  private static final Path PATH = Path.of(System.getProperty("plugin.jar"));

  @AutoClose private final JarFile jar = new JarFile(PATH.toFile());

  PluginJarIT() throws IOException {}

  @Test
  void containsOnlyOwnClassesAndMetadata() {
    assertThat(jar.stream().filter(entry -> !entry.isDirectory()).map(ZipEntry::getName))
        .allMatch(
            name ->
                name.startsWith("io/besuplugins/clientversion/") && name.endsWith(".class")
                    || name.startsWith("META-INF/"))
        .filteredOn(name -> name.startsWith("META-INF/"))
        .containsExactlyInAnyOrder(
            "META-INF/MANIFEST.MF",
            "META-INF/plugin-artifacts-catalog.json",
            "META-INF/services/org.hyperledger.besu.plugin.BesuPlugin");
  }

  @Test
  void namesItsVersionCommitAndLicense() throws IOException {
    final Attributes manifest = jar.getManifest().getMainAttributes();

    assertThat(manifest.getValue("Implementation-Title")).isEqualTo("besu-client-version-plugin");
    assertThat(manifest.getValue("Implementation-Version"))
        .isEqualTo(System.getProperty("plugin.version"));
    assertThat(manifest.getValue("Commit-Hash")).matches("[0-9a-f]{40}");
    assertThat(manifest.getValue("Bundle-License")).isEqualTo("Apache-2.0");
  }

  @Test
  void runsOnJava17() throws IOException {
    for (final JarEntry entry :
        jar.stream().filter(each -> each.getName().endsWith(".class")).toList()) {
      try (InputStream bytes = jar.getInputStream(entry)) {
        assertThat(ByteBuffer.wrap(bytes.readNBytes(8)).getShort(6)).isEqualTo((short) 61);
      }
    }
  }
}
