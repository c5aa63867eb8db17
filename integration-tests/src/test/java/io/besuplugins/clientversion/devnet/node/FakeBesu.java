// SPDX-License-Identifier: Apache-2.0
package io.besuplugins.clientversion.devnet.node;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;

/**
 * The fake node: it behaves towards a plugin like one release of Besu, and is not Besu.
 *
 * @param commit the first eight hex digits of the release's commit
 * @param pluginApi which compilation of the fake has that release's plugin API
 * @param commitInManifest whether that release's jars carry their commit
 */
public record FakeBesu(String release, String commit, PluginApi pluginApi, boolean commitInManifest)
    implements Distribution {

  /** What the plugin API looked like. */
  public enum PluginApi {
    /** 24.4.0 to 24.10.0. */
    BESU_24_4("24.4"),
    /** 26.1.0 on. */
    BESU_26_1("26.1");

    private final String since;

    PluginApi(final String since) {
      this.since = since;
    }
  }

  /** The last release without a method of its own. */
  public static final FakeBesu BESU_24_8_0 =
      new FakeBesu("24.8.0", "ac9f8bbd", PluginApi.BESU_24_4, false);

  /** The first release with a method of its own, which answers with a bare object. */
  public static final FakeBesu BESU_24_9_0 =
      new FakeBesu("24.9.0", "2881994f", PluginApi.BESU_24_4, true);

  /** The newest release. */
  public static final FakeBesu BESU_26_8_0 =
      new FakeBesu("26.8.0", "f2557d7c", PluginApi.BESU_26_1, true);

  /** Each of them. */
  public static final List<FakeBesu> ALL = List.of(BESU_24_8_0, BESU_24_9_0, BESU_26_8_0);

  /** The fake of that release, if there is one. */
  public static Optional<FakeBesu> ofRelease(final String release) {
    return ALL.stream().filter(fake -> fake.release.equals(release)).findAny();
  }

  /** The jars that were built since this JVM started. */
  private static final Map<FakeBesu, Path> JARS = new ConcurrentHashMap<>();

  private static final Path BUILD = Path.of(System.getProperty("devnet.build"));
  private static final String MAIN = "io.besuplugins.clientversion.standin.StandInBesu";

  @Override
  public ProcessBuilder command(final Path plugins, final List<String> options) {
    final List<String> command =
        new ArrayList<>(
            List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-XX:TieredStopAtLevel=1",
                "-Dbesu.plugins.dir=" + plugins,
                "-cp",
                String.join(
                    System.getProperty("path.separator"),
                    JARS.computeIfAbsent(this, FakeBesu::jar).toString(),
                    BUILD.resolve("stand-in/lib").resolve("*").toString(),
                    BUILD.resolve("stand-in/lib-" + pluginApi.since).resolve("*").toString()),
                MAIN));
    command.addAll(options);
    return new ProcessBuilder(command);
  }

  @Override
  public String toString() {
    return "fake Besu " + release;
  }

  /** The directory of its classes. */
  public Path classes() {
    return BUILD.resolve("stand-in/besu-" + pluginApi.since);
  }

  /**
   * Classes and resources in one jar, whose manifest names the release as that of Besu's jars does.
   */
  private Path jar() {
    final Path jar = BUILD.resolve("stand-in").resolve("stand-in-for-besu-" + release + ".jar");
    try {
      final Path unfinished = Files.createTempFile(jar.getParent(), "stand-in", ".tmp");
      try (OutputStream file = Files.newOutputStream(unfinished);
          JarOutputStream out = new JarOutputStream(file, manifest())) {
        addTree(classes(), out);
        addTree(BUILD.resolve("stand-in/resources"), out);
      }
      return Files.move(unfinished, jar, StandardCopyOption.REPLACE_EXISTING);
    } catch (final IOException cannotWrite) {
      throw new UncheckedIOException(cannotWrite);
    }
  }

  private Manifest manifest() {
    final Manifest manifest = new Manifest();
    final Attributes attributes = manifest.getMainAttributes();
    attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
    attributes.put(Attributes.Name.IMPLEMENTATION_TITLE, "besu");
    attributes.put(Attributes.Name.IMPLEMENTATION_VERSION, release);
    fullCommit().ifPresent(hash -> attributes.putValue("Commit-Hash", hash));
    return manifest;
  }

  private Optional<String> fullCommit() {
    return commitInManifest ? Optional.of(commit + "0".repeat(32)) : Optional.empty();
  }

  private static void addTree(final Path root, final JarOutputStream out) throws IOException {
    try (Stream<Path> files = Files.walk(root)) {
      for (final Path file : files.filter(Files::isRegularFile).toList()) {
        out.putNextEntry(new JarEntry(root.relativize(file).toString().replace('\\', '/')));
        Files.copy(file, out);
      }
    }
  }
}
