// SPDX-License-Identifier: Apache-2.0
package io.besuplugins.clientversion.devnet.process;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Programs on the PATH that some tests need and are skipped without. */
public enum InstalledProgram {
  NODE,
  NPM,
  PROMETHEUS,
  PROMTOOL,
  TAR;

  /** How to get what {@link #areNodeJsProgramsInstalled()} looks for. */
  public static final String NODE_JS_MISSING =
      "node (20 or newer) and npm are not on the PATH; on Debian 13 and Ubuntu 25.04 or newer:"
          + " apt-get install nodejs npm";

  /** How to get what {@link #arePrometheusProgramsInstalled()} looks for. */
  public static final String PROMETHEUS_MISSING =
      "prometheus and promtool are not on the PATH; on Debian and Ubuntu: apt-get install"
          + " prometheus";

  private static final int MAX_SECONDS = 300;
  private static final int OLDEST_NODE_JS = 20;

  /** For JUnit's {@code @EnabledIf}. */
  public static boolean areNodeJsProgramsInstalled() throws IOException, InterruptedException {
    return printIfMissing(
        NODE.isInstalled() && NPM.isInstalled() && nodeJsRelease() >= OLDEST_NODE_JS,
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

  private static int nodeJsRelease() throws IOException, InterruptedException {
    final Matcher version =
        Pattern.compile("v(\\d+)\\.").matcher(NODE.run(Path.of("."), "--version"));
    return version.lookingAt() ? Integer.parseInt(version.group(1)) : 0;
  }

  /**
   * Runs the program to its end.
   *
   * @return what it printed
   * @throws IllegalStateException if it fails or takes longer than five minutes; the message holds
   *     what it printed
   */
  public String run(final Path directory, final String... arguments)
      throws IOException, InterruptedException {
    final Path output = Files.createTempFile(name(), ".txt");
    final Process process =
        command(List.of(arguments))
            .directory(directory.toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    try {
      final boolean hasExited = process.waitFor(MAX_SECONDS, TimeUnit.SECONDS);
      final String printed = Files.readString(output, StandardCharsets.UTF_8);
      if (!hasExited || process.exitValue() != 0) {
        throw new IllegalStateException(
            this + (hasExited ? " failed:\n" : " did not finish:\n") + printed);
      }
      return printed;
    } finally {
      process.destroyForcibly();
      Files.delete(output);
    }
  }

  /** Returns a builder of the process. */
  public ProcessBuilder command(final List<String> arguments) {
    final List<String> command = new ArrayList<>();
    command.add(find().orElseThrow().toString());
    command.addAll(arguments);
    return new ProcessBuilder(command);
  }

  private boolean isInstalled() {
    return find().isPresent();
  }

  private Optional<Path> find() {
    return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
        .map(directory -> Path.of(directory, toString()))
        .filter(Files::isExecutable)
        .findFirst();
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
