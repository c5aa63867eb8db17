package io.besuplugins.clientversion.devnet;

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
 * The stand-in node in the shape of one release: it does towards a plugin what that Besu does, and
 * is not Besu.
 *
 * @param release the release whose shape it takes
 * @param commit the first eight digits of that release's commit
 * @param shape which compilation of the stand-in has that release's plugin API
 * @param commitInManifest whether that release's jars carry their commit
 */
public record StandIn(String release, String commit, Shape shape, boolean commitInManifest)
    implements Distribution {

  /** What the plugin API looked like. */
  public enum Shape {
    /** 24.4.0 to 24.10.0. */
    BESU_24_4("24.4"),
    /** 26.1.0 on. */
    BESU_26_1("26.1");

    private final String since;

    Shape(final String since) {
      this.since = since;
    }
  }

  /** The last release without a method of its own. */
  public static final StandIn BESU_24_8_0 =
      new StandIn("24.8.0", "ac9f8bbd", Shape.BESU_24_4, false);

  /** The first release with a method of its own, which answers with a bare object. */
  public static final StandIn BESU_24_9_0 =
      new StandIn("24.9.0", "2881994f", Shape.BESU_24_4, true);

  /** The newest release. */
  public static final StandIn BESU_26_8_0 =
      new StandIn("26.8.0", "f2557d7c", Shape.BESU_26_1, true);

  /** Each of them. */
  public static final List<StandIn> ALL = List.of(BESU_24_8_0, BESU_24_9_0, BESU_26_8_0);

  /** A stand-in that has the plugin API of that release, if there is one. */
  public static Optional<StandIn> inShapeOf(final String release) {
    return ALL.stream().filter(standIn -> standIn.release.equals(release)).findAny();
  }

  /** Those that were made since this program started. */
  private static final Map<StandIn, Path> JARS = new ConcurrentHashMap<>();

  private static final Path BUILD = Path.of(System.getProperty("devnet.build"));
  private static final String MAIN = "io.besuplugins.clientversion.standin.StandInBesu";

  @Override
  public ProcessBuilder besu(final Path plugins, final List<String> options) {
    final List<String> command =
        new ArrayList<>(
            List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-XX:TieredStopAtLevel=1",
                "-Dbesu.plugins.dir=" + plugins,
                "-cp",
                String.join(
                    System.getProperty("path.separator"),
                    JARS.computeIfAbsent(this, StandIn::jar).toString(),
                    BUILD.resolve("stand-in/lib").resolve("*").toString(),
                    BUILD.resolve("stand-in/lib-" + shape.since).resolve("*").toString()),
                MAIN));
    command.addAll(options);
    return new ProcessBuilder(command);
  }

  @Override
  public String toString() {
    return "stand-in for Besu " + release;
  }

  /** The directory of its compiled classes. */
  public Path classes() {
    return BUILD.resolve("stand-in/besu-" + shape.since);
  }

  /** Classes and resources in one jar, whose manifest tells the release as Besu's jars do. */
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
