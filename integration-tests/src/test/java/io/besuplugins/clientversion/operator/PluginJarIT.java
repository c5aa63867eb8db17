// SPDX-License-Identifier: Apache-2.0
package io.besuplugins.clientversion.operator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;

/** The jar that operators download. */
class PluginJarIT {

  private static final Path JAR = Path.of(System.getProperty("plugin.jar"));

  @Test
  void isSmall() throws IOException {
    assertThat(Files.size(JAR)).isLessThan(52_000);
  }

  @Test
  void containsOnlyOwnClassesAndMetadata() throws IOException {
    try (JarFile jar = new JarFile(JAR.toFile())) {
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
  }

  @Test
  void namesItsVersionAndCommit() throws IOException {
    try (JarFile jar = new JarFile(JAR.toFile())) {
      final Attributes manifest = jar.getManifest().getMainAttributes();

      assertThat(manifest.getValue("Implementation-Title")).isEqualTo("besu-client-version-plugin");
      assertThat(manifest.getValue("Implementation-Version"))
          .isEqualTo(System.getProperty("plugin.version"));
      assertThat(manifest.getValue("Commit-Hash")).matches("[0-9a-f]{40}");
    }
  }

  @Test
  void runsOnJava17() throws IOException {
    try (JarFile jar = new JarFile(JAR.toFile())) {
      for (final JarEntry entry :
          jar.stream().filter(each -> each.getName().endsWith(".class")).toList()) {
        try (InputStream bytes = jar.getInputStream(entry)) {
          assertThat(ByteBuffer.wrap(bytes.readNBytes(8)).getShort(6)).isEqualTo((short) 61);
        }
      }
    }
  }
}
