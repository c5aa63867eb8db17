// SPDX-License-Identifier: Apache-2.0
package io.besuplugins.clientversion.dsl.node;

import io.besuplugins.clientversion.dsl.process.ProcessResult;
import java.lang.module.ModuleDescriptor.Version;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
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

  /** By the first release that needs it. */
  private static final TreeMap<Version, Integer> VERSIONS =
      new TreeMap<>(
          Map.of(Version.parse("0"), 17, Version.parse("24.6.0"), 21, Version.parse("26.6.0"), 25));

  private static final Pattern SPECIFICATION =
      Pattern.compile("java\\.specification\\.version = (\\d+)");
  private static final Map<String, Integer> FOUND = new ConcurrentHashMap<>();

  /** What that release needs. */
  static RequiredJava of(final String release) {
    return new RequiredJava(release, VERSIONS.floorEntry(Version.parse(release)).getValue());
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
    final ProcessResult settings =
        ProcessResult.of(new ProcessBuilder(java, "-XshowSettings:properties", "-version"));
    final Matcher matcher = SPECIFICATION.matcher(String.join("\n", settings.lines()));
    if (!matcher.find()) {
      throw new IllegalStateException(java + " does not tell its version: " + settings);
    }
    return Integer.parseInt(matcher.group(1));
  }
}
