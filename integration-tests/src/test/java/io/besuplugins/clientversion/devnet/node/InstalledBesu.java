// SPDX-License-Identifier: Apache-2.0
package io.besuplugins.clientversion.devnet.node;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/**
 * A Besu that is installed on this machine. It is started by its own script and not modified.
 *
 * @param home its directory, with {@code bin} and {@code lib}
 * @param release from the manifest of its plugin API
 * @param commit the first eight hex digits of the release's commit
 */
public record InstalledBesu(Path home, String release, String commit) implements Distribution {

  private static final String PLUGIN_API = "org/hyperledger/besu/plugin/BesuPlugin.class";

  /** Those that {@code -Dbesu.home=DIR[,DIR…]} names; none by default. */
  public static Stream<InstalledBesu> fromSystemProperty() {
    return Arrays.stream(System.getProperty("besu.home", "").split(","))
        .filter(directory -> !directory.isBlank())
        .map(directory -> at(Path.of(directory.strip())));
  }

  private static InstalledBesu at(final Path home) {
    final String release = manifest(home).getValue(Attributes.Name.IMPLEMENTATION_VERSION);
    return new InstalledBesu(home, release, BesuReleases.commitOf(release));
  }

  private static Attributes manifest(final Path home) {
    try (Stream<Path> files = Files.list(home.resolve("lib"))) {
      for (final Path file : files.filter(path -> path.toString().endsWith(".jar")).toList()) {
        try (JarFile jar = new JarFile(file.toFile())) {
          if (jar.getEntry(PLUGIN_API) != null) {
            return jar.getManifest().getMainAttributes();
          }
        }
      }
    } catch (final IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
    throw new IllegalArgumentException(
        "-Dbesu.home must name directories of Besu distributions; no jar in "
            + home.resolve("lib")
            + " contains "
            + PLUGIN_API);
  }

  @Override
  public ProcessBuilder command(final Path plugins, final List<String> options) {
    final ProcessBuilder besu =
        new ProcessBuilder(
            Stream.concat(Stream.of(home.resolve("bin/besu").toString()), options.stream())
                .toList());
    besu.environment().put("BESU_COLOR_ENABLED", "false");
    besu.environment().put("BESU_OPTS", "-Dbesu.plugins.dir=" + plugins);
    final String java = System.getProperty("besu.java.home", "");
    if (!java.isBlank()) {
      besu.environment().put("JAVA_HOME", new File(java).getAbsolutePath());
    }
    return besu;
  }

  @Override
  public String toString() {
    return "Besu " + release;
  }
}
