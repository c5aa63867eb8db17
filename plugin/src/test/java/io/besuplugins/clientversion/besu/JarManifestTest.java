// SPDX-License-Identifier: Apache-2.0
package io.besuplugins.clientversion.besu;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JarManifestTest {

  private static final String CLASS = "io/besuplugins/clientversion/besu/JarManifest.class";

  @TempDir Path dir;

  @Test
  void readsTheMainAttributes() throws Exception {
    final Attributes attributes =
        attributesOfJarWith(
            Map.of("Implementation-Version", "26.8.0", "Commit-Hash", "f2557d7c00"));

    assertThat(attributes.getValue("Implementation-Version")).isEqualTo("26.8.0");
    assertThat(attributes.getValue("Commit-Hash")).isEqualTo("f2557d7c00");
  }

  @Test
  void hasNoAttributesForAJarWithoutManifest() throws Exception {
    assertThat(attributesOfJarWith(Map.of())).isEmpty();
  }

  @Test
  void hasNoAttributesForAClassOutsideOfAJar() {
    assertThat(JarManifest.of(JarManifestTest.class)).isEmpty();
  }

  @Test
  void hasNoAttributesForAClassOfTheJdk() {
    assertThat(JarManifest.of(String.class)).isEmpty();
  }

  @Test
  void hasNoAttributesForANestedClass() {
    assertThat(JarManifest.of(Map.Entry.class)).isEmpty();
  }

  @Test
  void doesNotCloseTheJarForOtherReaders() throws Exception {
    attributesOfJarWith(Map.of("Implementation-Version", "26.8.0"));
    final URL jar = new URL("jar:" + dir.resolve("build.jar").toUri() + "!/");
    try (JarFile others = ((JarURLConnection) jar.openConnection()).getJarFile()) {
      attributesOf(dir.resolve("build.jar"));

      assertThat(others.getEntry(CLASS)).isNotNull();
    }
  }

  @Test
  void closesTheJar() throws Exception {
    attributesOfJarWith(Map.of("Implementation-Version", "26.8.0"));

    assertThat(Files.deleteIfExists(dir.resolve("build.jar"))).isTrue();
  }

  private Attributes attributesOfJarWith(final Map<String, String> attributes) throws Exception {
    final Path jar = dir.resolve("build.jar");
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
      if (!attributes.isEmpty()) {
        out.putNextEntry(new JarEntry("META-INF/MANIFEST.MF"));
        manifest(attributes).write(out);
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

  private static Manifest manifest(final Map<String, String> attributes) throws IOException {
    final Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    attributes.forEach(manifest.getMainAttributes()::putValue);
    return manifest;
  }
}
