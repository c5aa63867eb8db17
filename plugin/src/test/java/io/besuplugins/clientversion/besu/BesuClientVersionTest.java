// SPDX-License-Identifier: Apache-2.0
package io.besuplugins.clientversion.besu;

import static org.assertj.core.api.Assertions.assertThat;

import io.besuplugins.clientversion.client.ClientCodes;
import io.besuplugins.clientversion.client.ClientVersion;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BesuClientVersionTest {

  /** A class that loads without any other. */
  private static final String CLASS = "io/besuplugins/clientversion/client/ClientCodes.class";

  private static final String MANIFEST = "Manifest-Version: 1.0\nCommit-Hash: f2557d7c00\n";

  @TempDir Path dir;

  @ParameterizedTest
  @CsvSource({
    // what the manifest contains, and what is reported
    "26.8.0, F2557D7C9f8e7d6c5b4a39281706f5e4d3c2b1a0, 26.8.0, f2557d7c",
    "24.8.0, 0123456789abcdef0123456789abcdef01234567, 24.8.0, 01234567",
    "24.4.0,, 24.4.0, 34fc5eed",
    "24.5.0,, 24.5.0, a016e597",
    "24.5.1,, 24.5.1, f1d3a7d5",
    "24.5.2,, 24.5.2, 0cca642b",
    "24.5.3,, 24.5.3, 8425b1e8",
    "24.5.4,, 24.5.4, 8425b1e8",
    "24.6.0,, 24.6.0, c3f7f876",
    "24.7.0,, 24.7.0, 3a73dccd",
    "24.7.1,, 24.7.1, 51bb6c78",
    "24.8.0,, 24.8.0, ac9f8bbd",
    "24.8-develop-0dd215c,, 24.8-develop-0dd215c, 00000000",
    "26.9.0,, 26.9.0, 00000000",
    "26.8.0, xxxxxxxx, 26.8.0, 00000000",
    "26.8.0, abc, 26.8.0, 00000000",
    "26.8.0, '', 26.8.0, 00000000",
    ",, UNKNOWN, 00000000"
  })
  void reportsVersionAndShortCommit(
      final String implementationVersion,
      final String commitHash,
      final String version,
      final String commit) {
    final Attributes manifest = new Attributes();
    if (implementationVersion != null) {
      manifest.putValue("Implementation-Version", implementationVersion);
    }
    if (commitHash != null) {
      manifest.putValue("Commit-Hash", commitHash);
    }
    assertThat(BesuClientVersion.fromManifest(manifest))
        .isEqualTo(new ClientVersion("BU", "Besu", version, commit));
  }

  @Test
  void readsTheManifestOfTheJarThatContainsAClass() throws Exception {
    assertThat(manifestOfJarWith(MANIFEST).getValue("Commit-Hash")).isEqualTo("f2557d7c00");
  }

  @Test
  void readsNothingWithoutJarOrManifest() throws Exception {
    assertThat(manifestOfJarWith("")).isEmpty();
    for (final Class<?> type : List.of(getClass(), String.class, Map.Entry.class)) {
      assertThat(BesuClientVersion.manifestOf(type)).as(type.getName()).isEmpty();
    }
  }

  @Test
  void doesNotCloseTheJarForOtherReaders() throws Exception {
    manifestOfJarWith(MANIFEST);
    final URL jar = new URL("jar:" + dir.resolve("besu.jar").toUri() + "!/");
    try (JarFile others = ((JarURLConnection) jar.openConnection()).getJarFile()) {
      manifestOf(dir.resolve("besu.jar"));
      assertThat(others.getEntry(CLASS)).isNotNull();
    }
  }

  private Attributes manifestOfJarWith(final String manifest) throws Exception {
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
    return manifestOf(jar);
  }

  private static Attributes manifestOf(final Path jar) throws Exception {
    try (URLClassLoader loader = new URLClassLoader(new URL[] {jar.toUri().toURL()}, null)) {
      return BesuClientVersion.manifestOf(loader.loadClass(ClientCodes.class.getName()));
    }
  }
}
