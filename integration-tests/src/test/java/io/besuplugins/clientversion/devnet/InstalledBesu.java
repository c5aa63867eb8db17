package io.besuplugins.clientversion.devnet;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.stream.Stream;

/**
 * A Besu that is installed on this machine, started by its own script and left as it is.
 *
 * @param home its directory, with {@code bin} and {@code lib}
 * @param release as its jars tell
 * @param commit the first eight digits of the release's commit
 */
public record InstalledBesu(Path home, String release, String commit) implements Distribution {

  private static final String PLUGIN_API = "org/hyperledger/besu/plugin/BesuPlugin.class";

  /** Those that {@code -Dbesu.home=DIR[,DIR…]} names; none by default. */
  public static Stream<InstalledBesu> given() {
    return Arrays.stream(System.getProperty("besu.home", "").split(","))
        .filter(directory -> !directory.isBlank())
        .map(directory -> at(Path.of(directory.strip())));
  }

  private static InstalledBesu at(final Path home) {
    final Manifest manifest = manifestOfPluginApi(home);
    final String release = manifest.getMainAttributes().getValue("Implementation-Version");
    return new InstalledBesu(home, release, Releases.commitOf(release));
  }

  private static Manifest manifestOfPluginApi(final Path home) {
    try (Stream<Path> jars = Files.list(home.resolve("lib"))) {
      for (final Path file : jars.filter(path -> path.toString().endsWith(".jar")).toList()) {
        try (JarFile jar = new JarFile(file.toFile())) {
          if (jar.getEntry(PLUGIN_API) != null) {
            return jar.getManifest();
          }
        }
      }
    } catch (final IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
    throw new IllegalArgumentException(
        "-Dbesu.home must name directories of Besu distributions, with Besu's jars in lib: none of"
            + " those in "
            + home.resolve("lib")
            + " has "
            + PLUGIN_API);
  }

  @Override
  public ProcessBuilder besu(final Path plugins, final List<String> options) {
    final List<String> command = new ArrayList<>(List.of(home.resolve("bin/besu").toString()));
    command.addAll(options);
    final ProcessBuilder besu = new ProcessBuilder(command);
    besu.environment().put("BESU_COLOR_ENABLED", "false");
    besu.environment().put("BESU_OPTS", "-Dbesu.plugins.dir=" + plugins);
    final String java = System.getProperty("besu.java.home", "");
    if (!java.isBlank()) {
      besu.environment().put("JAVA_HOME", new File(java).getAbsolutePath());
    }
    return RequiredJava.of(release).check(besu);
  }

  @Override
  public String toString() {
    return "Besu " + release;
  }
}
