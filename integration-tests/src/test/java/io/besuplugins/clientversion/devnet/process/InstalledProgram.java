// SPDX-License-Identifier: Apache-2.0
package io.besuplugins.clientversion.devnet.process;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Programs on the PATH that some tests need and are skipped without. */
public enum InstalledProgram {
  CHROMIUM,
  DOCKER_COMPOSE,
  JQ,
  NODE,
  NPM,
  PROMETHEUS,
  PROMTOOL;

  /** How to get what {@link #areNodeJsProgramsInstalled()} looks for. */
  public static final String NODE_JS_MISSING =
      "node (20 or newer) and npm are not on the PATH; on Debian 13 and Ubuntu 25.04 or newer:"
          + " apt-get install nodejs npm";

  /** How to get what {@link #arePrometheusProgramsInstalled()} looks for. */
  public static final String PROMETHEUS_MISSING =
      "prometheus and promtool are not on the PATH; on Debian and Ubuntu: apt-get install"
          + " prometheus";

  /** How to get what {@link #isDockerComposeInstalled()} looks for. */
  public static final String DOCKER_COMPOSE_MISSING =
      "docker-compose is not on the PATH; on Debian and Ubuntu: apt-get install docker-compose";

  /** How to get what {@link #isJqInstalled()} looks for. */
  public static final String JQ_MISSING =
      "jq is not on the PATH; on Debian and Ubuntu: apt-get install jq";

  /** For JUnit's {@code @EnabledIf}. */
  public static boolean isDockerComposeInstalled() {
    return printIfMissing(DOCKER_COMPOSE.isInstalled(), DOCKER_COMPOSE_MISSING);
  }

  /** For JUnit's {@code @EnabledIf}. */
  public static boolean isJqInstalled() {
    return printIfMissing(JQ.isInstalled(), JQ_MISSING);
  }

  /** For JUnit's {@code @EnabledIf}. */
  public static boolean areNodeJsProgramsInstalled() {
    return printIfMissing(
        NODE.isInstalled()
            && NPM.isInstalled()
            && NODE.run(Path.of("."), "--version").get(0).matches("v[2-9]\\d\\..*"),
        NODE_JS_MISSING);
  }

  /** For JUnit's {@code @EnabledIf}. */
  public static boolean arePrometheusProgramsInstalled() {
    return printIfMissing(PROMETHEUS.isInstalled() && PROMTOOL.isInstalled(), PROMETHEUS_MISSING);
  }

  /** JUnit's own reason for a skipped test reaches only the reports, not the build's output. */
  private static boolean printIfMissing(final boolean areInstalled, final String message) {
    if (!areInstalled) {
      System.out.println("Skipped: " + message);
    }
    return areInstalled;
  }

  /**
   * Runs the program to its end.
   *
   * @return what it printed
   * @throws IllegalStateException if it fails; the message holds what it printed
   */
  public List<String> run(final Path directory, final String... arguments) {
    return ProcessResult.of(command(arguments).directory(directory.toFile())).linesOfSuccess();
  }

  public ProcessBuilder command(final String... arguments) {
    return new ProcessBuilder(
        Stream.concat(Stream.of(find().orElseThrow().toString()), Stream.of(arguments)).toList());
  }

  private boolean isInstalled() {
    return find().isPresent();
  }

  private Optional<Path> find() {
    final String name = name().toLowerCase(Locale.ROOT).replace('_', '-');
    return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
        .map(directory -> Path.of(directory, name))
        .filter(Files::isExecutable)
        .findFirst();
  }
}
