// SPDX-License-Identifier: Apache-2.0
package io.besuplugins.clientversion.dsl.chain;

import io.besuplugins.clientversion.dsl.process.RequiredJava;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/**
 * An installed Teku, which is started by its script.
 *
 * @param home its directory, with {@code bin} and {@code lib}
 * @param release such as {@code 26.8.0}
 */
public record Teku(Path home, String release) {

  private static final String MAIN_CLASS = "tech/pegasys/teku/Teku.class";

  /** The Teku that {@code -Dteku.home=} names. */
  public static Teku installed() {
    final Path home = Path.of(System.getProperty("teku.home"));
    try (Stream<Path> files = Files.list(home.resolve("lib"))) {
      for (final Path file : files.filter(path -> path.toString().endsWith(".jar")).toList()) {
        try (JarFile jar = new JarFile(file.toFile())) {
          if (jar.getEntry(MAIN_CLASS) != null) {
            return new Teku(
                home,
                jar.getManifest()
                    .getMainAttributes()
                    .getValue(Attributes.Name.IMPLEMENTATION_VERSION));
          }
        }
      }
    } catch (final IOException e) {
      throw new UncheckedIOException(e);
    }
    throw new IllegalArgumentException(
        "-Dteku.home must name the directory of a Teku distribution; no jar in "
            + home.resolve("lib")
            + " contains "
            + MAIN_CLASS);
  }

  /**
   * Returns a builder of Teku's process.
   *
   * @throws IllegalStateException if the Java that it would run on is too old for it
   */
  ProcessBuilder command(final List<String> options) {
    final ProcessBuilder teku =
        new ProcessBuilder(
            Stream.concat(Stream.of(home.resolve("bin/teku").toString()), options.stream())
                .toList());
    final String java = System.getProperty("teku.java.home", "");
    if (!java.isBlank()) {
      teku.environment().put("JAVA_HOME", new File(java).getAbsolutePath());
    }
    return RequiredJava.ofTeku(release).check(teku);
  }

  @Override
  public String toString() {
    return "Teku " + release;
  }
}
