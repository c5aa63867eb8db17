// SPDX-License-Identifier: Apache-2.0
package io.besuplugins.clientversion.dsl.process;

import java.lang.module.ModuleDescriptor.Version;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The oldest Java that a release of a program runs on, by the version of its class files.
 *
 * @param program such as {@code Besu}
 * @param release such as {@code 26.8.0}
 * @param version the Java feature release, such as 25
 */
public record RequiredJava(String program, String release, int version) {

  /** By the first release of Besu that needs it. */
  private static final TreeMap<Version, Integer> OF_BESU =
      new TreeMap<>(
          Map.of(Version.parse("0"), 17, Version.parse("24.6.0"), 21, Version.parse("26.6.0"), 25));

  /** By the first release of Teku that needs it. */
  private static final TreeMap<Version, Integer> OF_TEKU =
      new TreeMap<>(Map.of(Version.parse("0"), 21, Version.parse("26.6.0"), 25));

  private static final Pattern SPECIFICATION =
      Pattern.compile("java\\.specification\\.version = (\\d+)");
  private static final Map<String, Integer> FOUND = new ConcurrentHashMap<>();

  /** What that release of Besu needs. */
  public static RequiredJava ofBesu(final String release) {
    return new RequiredJava("Besu", release, OF_BESU.floorEntry(Version.parse(release)).getValue());
  }

  /** What that release of Teku needs. */
  public static RequiredJava ofTeku(final String release) {
    return new RequiredJava("Teku", release, OF_TEKU.floorEntry(Version.parse(release)).getValue());
  }

  /**
   * Checks the Java that the start script would choose: the one in {@code JAVA_HOME}, else the one
   * on the path.
   *
   * @return the command that was checked
   * @throws IllegalStateException when that Java is too old
   */
  public ProcessBuilder check(final ProcessBuilder command) {
    final String home = command.environment().getOrDefault("JAVA_HOME", "");
    final String java = home.isEmpty() ? "java" : Path.of(home, "bin/java").toString();
    final int found = FOUND.computeIfAbsent(java, RequiredJava::versionOf);
    if (found < version) {
      throw new IllegalStateException(
          "%s %s needs Java %d, found %d: give -D%s.java.home="
              .formatted(program, release, version, found, program.toLowerCase(Locale.ROOT)));
    }
    return command;
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
