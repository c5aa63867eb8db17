// SPDX-License-Identifier: Apache-2.0
package io.besuplugins.clientversion.besu;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JarManifestTest {

  private static final String CLASS = "io/besuplugins/clientversion/besu/JarManifest.class";
  private static final String MANIFEST = "Manifest-Version: 1.0\nCommit-Hash: f2557d7c00\n";

  @TempDir Path dir;

  @Test
  void readsTheMainAttributes() throws Exception {
    assertThat(attributesOfJarWith(MANIFEST).getValue("Commit-Hash")).isEqualTo("f2557d7c00");
  }

  @Test
  void isEmptyWithoutJarOrManifest() throws Exception {
    assertThat(attributesOfJarWith("")).isEmpty();
    assertThat(JarManifest.of(JarManifestTest.class)).as("not in a jar").isEmpty();
    assertThat(JarManifest.of(String.class)).as("class of the JDK").isEmpty();
    assertThat(JarManifest.of(Map.Entry.class)).as("nested class").isEmpty();
  }

  @Test
  void returnsTheVersionOfTheJarOrUnknown() {
    assertThat(JarManifest.versionOf(JarManifestTest.class)).isEqualTo("unknown");
    assertThat(JarManifest.versionOf(Test.class)).matches("\\d+\\.\\d+\\.\\d+");
  }

  @Test
  void doesNotCloseTheJarForOtherReaders() throws Exception {
    attributesOfJarWith(MANIFEST);
    final URL jar = new URL("jar:" + dir.resolve("besu.jar").toUri() + "!/");
    try (JarFile others = ((JarURLConnection) jar.openConnection()).getJarFile()) {
      attributesOf(dir.resolve("besu.jar"));
      assertThat(others.getEntry(CLASS)).isNotNull();
    }
  }

  private Attributes attributesOfJarWith(final String manifest) throws Exception {
    final Path jar = dir.resolve("besu.jar");
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
      if (!manifest.isEmpty()) {
        out.putNextEntry(new JarEntry("META-INF/MANIFEST.MF"));
        out.write(manifest.getBytes(StandardCharsets.UTF_8));
      }
      out.putNextEntry(new JarEntry(CLASS));
      try (InputStream bytes = getClass().getClassLoader().getResourceAsStream(CLASS)) {
        bytes.transferTo(out);
      }
    }
    return attributesOf(jar);
  }

  private static Attributes attributesOf(final Path jar) throws Exception {
    try (URLClassLoader loader = new URLClassLoader(new URL[] {jar.toUri().toURL()}, null)) {
      return JarManifest.of(loader.loadClass(JarManifest.class.getName()));
    }
  }
}
