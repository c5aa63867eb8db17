// SPDX-License-Identifier: Apache-2.0
package io.besuplugins.clientversion.dsl.node;

import static java.util.Comparator.comparing;

import io.besuplugins.clientversion.dsl.process.ProcessResult;
import io.besuplugins.clientversion.dsl.process.RequiredJava;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.module.ModuleDescriptor.Version;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/**
 * A Besu that is started by its script: a fake that was built before, or an installed Besu.
 *
 * @param home its directory, with {@code bin} and {@code lib}
 * @param release such as {@code 24.8.0}
 * @param commit the first eight hex digits of the release's commit
 */
public record Distribution(Path home, String release, String commit, boolean isFake) {

  /** Commits of releases before 24.9.0, whose jars do not name them. */
  private static final ResourceBundle COMMITS = ResourceBundle.getBundle("besu-commits");

  /** The last release without {@code engine_getClientVersionV1}. */
  public static final Distribution FAKE_24_8_0 = fake("24.8.0");

  /** The first release with the method, which answers with a bare object. */
  public static final Distribution FAKE_24_9_0 = fake("24.9.0");

  /** The newest release. */
  public static final Distribution FAKE_26_8_0 = fake("26.8.0");

  /** All fakes. */
  public static final List<Distribution> FAKES = List.of(FAKE_24_8_0, FAKE_24_9_0, FAKE_26_8_0);

  /** Sorts the oldest release first. */
  public static final Comparator<Distribution> BY_RELEASE =
      comparing(besu -> Version.parse(besu.release));

  private static final String PLUGIN_API = "org/hyperledger/besu/plugin/BesuPlugin.class";

  /** {@link #FAKES} and {@link #installed()}. */
  public static Stream<Distribution> supported() {
    return Stream.concat(FAKES.stream(), installed());
  }

  /** The installed Besu nodes that {@code -Dbesu.home=DIR[,DIR…]} names; none by default. */
  public static Stream<Distribution> installed() {
    return Arrays.stream(System.getProperty("besu.home", "").split(","))
        .filter(directory -> !directory.isBlank())
        .map(directory -> of(Path.of(directory.strip()), false));
  }

  private static Distribution fake(final String release) {
    return of(Path.of(System.getProperty("fake.besu.distributions"), "besu-" + release), true);
  }

  private static Distribution of(final Path home, final boolean isFake) {
    try (Stream<Path> files = Files.list(home.resolve("lib"))) {
      for (final Path file : files.filter(path -> path.toString().endsWith(".jar")).toList()) {
        try (JarFile jar = new JarFile(file.toFile())) {
          if (jar.getEntry(PLUGIN_API) != null) {
            final Attributes manifest = jar.getManifest().getMainAttributes();
            final String release = manifest.getValue(Attributes.Name.IMPLEMENTATION_VERSION);
            final String commit =
                Optional.ofNullable(manifest.getValue("Commit-Hash"))
                    .map(hash -> hash.substring(0, 8))
                    .orElseGet(() -> COMMITS.getString(release));
            return new Distribution(home, release, commit, isFake);
          }
        }
      }
    } catch (final IOException e) {
      throw new UncheckedIOException(e);
    }
    throw new IllegalArgumentException(
        "-Dbesu.home must name directories of Besu distributions; no jar in "
            + home.resolve("lib")
            + " contains "
            + PLUGIN_API);
  }

  /** Whether this is the given release or a newer one. */
  public boolean isAtLeast(final String other) {
    return Version.parse(release).compareTo(Version.parse(other)) >= 0;
  }

  /**
   * Returns a builder of Besu's process.
   *
   * @param plugins the directory to load plugins from
   * @param options Besu's command line options
   * @throws IllegalStateException if the Java that an installed Besu would run on is too old for it
   */
  public ProcessBuilder command(final Path plugins, final List<String> options) {
    final ProcessBuilder besu =
        new ProcessBuilder(
            Stream.concat(Stream.of(home.resolve("bin/besu").toString()), options.stream())
                .toList());
    final String java = System.getProperty(isFake ? "java.home" : "besu.java.home", "");
    if (!java.isBlank()) {
      besu.environment().put("JAVA_HOME", new File(java).getAbsolutePath());
    }
    besu.environment().put("BESU_COLOR_ENABLED", "false");
    final String jvmOptions =
        isFake
            ? " -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Xlog:disable "
                + ClassDataArchive.optionFor(this)
            : "";
    besu.environment().put("BESU_OPTS", "-Dbesu.plugins.dir=" + plugins + jvmOptions);
    return isFake ? besu : RequiredJava.ofBesu(release).check(besu);
  }

  /** Runs a command that exits by itself, such as {@code --version}. */
  public ProcessResult run(final Path plugins, final String... arguments) {
    return ProcessResult.of(command(plugins, List.of(arguments)));
  }

  @Override
  public String toString() {
    return (isFake ? "fake Besu " : "Besu ") + release;
  }
}
