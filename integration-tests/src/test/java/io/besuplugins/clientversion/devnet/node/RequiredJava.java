// SPDX-License-Identifier: Apache-2.0
package io.besuplugins.clientversion.devnet.node;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.module.ModuleDescriptor.Version;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The oldest Java that a release of Besu runs on, by the version of its class files.
 *
 * @param release such as {@code 26.8.0}
 * @param version the Java feature release, such as 25
 */
record RequiredJava(String release, int version) {

  private static final Pattern SPECIFICATION =
      Pattern.compile("java\\.specification\\.version = (\\d+)");
  private static final Map<String, Integer> FOUND = new ConcurrentHashMap<>();

  /** What that release needs. */
  static RequiredJava of(final String release) {
    return new RequiredJava(
        release, isSince(release, "26.6.0") ? 25 : isSince(release, "24.6.0") ? 21 : 17);
  }

  private static boolean isSince(final String release, final String first) {
    return Version.parse(release).compareTo(Version.parse(first)) >= 0;
  }

  /**
   * Checks the Java that Besu's start script would choose: the one in {@code JAVA_HOME}, else the
   * one on the path.
   *
   * @return the command that was checked
   * @throws IllegalStateException when that Java is too old
   */
  ProcessBuilder check(final ProcessBuilder besu) {
    final String home = besu.environment().getOrDefault("JAVA_HOME", "");
    final String java = home.isEmpty() ? "java" : Path.of(home, "bin/java").toString();
    final int found = FOUND.computeIfAbsent(java, RequiredJava::versionOf);
    if (found < version) {
      throw new IllegalStateException(
          "Besu %s needs Java %d, found %d: give -Dbesu.java.home="
              .formatted(release, version, found));
    }
    return besu;
  }

  private static int versionOf(final String java) {
    try {
      final Process process =
          new ProcessBuilder(java, "-XshowSettings:properties", "-version")
              .redirectErrorStream(true)
              .start();
      final String settings =
          new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      final Matcher matcher = SPECIFICATION.matcher(settings);
      if (!matcher.find()) {
        throw new IllegalStateException(java + " does not tell its version:\n" + settings);
      }
      return Integer.parseInt(matcher.group(1));
    } catch (final IOException notThere) {
      throw new UncheckedIOException("give -Dbesu.java.home=", notThere);
    }
  }
}
