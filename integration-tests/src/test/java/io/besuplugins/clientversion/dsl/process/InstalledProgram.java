// SPDX-License-Identifier: Apache-2.0
package io.besuplugins.clientversion.dsl.process;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Programs on the PATH that some tests need and are skipped without. */
public enum InstalledProgram {
  JQ("jq"),
  NODE("nodejs, version 20 or newer"),
  NPM("npm"),
  PROMETHEUS("prometheus"),
  PROMTOOL("prometheus");

  private final String debianPackage;

  InstalledProgram(final String debianPackage) {
    this.debianPackage = debianPackage;
  }

  /**
   * Installs the packages that the directory's {@code package-lock.json} lists, unless they are
   * installed already. npm verifies their hashes.
   */
  public static void installNodePackages(final Path directory) throws IOException {
    final Path lockFile = directory.resolve("package-lock.json");
    final Path installed = directory.resolve("node_modules/installed-package-lock.json");
    if (!Files.exists(installed) || Files.mismatch(installed, lockFile) != -1) {
      NPM.run(directory, "ci", "--ignore-scripts", "--prefer-offline", "--no-audit", "--no-fund");
      Files.copy(lockFile, installed);
    }
  }

  /**
   * Runs the program to its end.
   *
   * @return what it printed
   * @throws ProcessFailedException if it fails
   */
  public List<String> run(final Path directory, final String... arguments) {
    return ProcessResult.of(command(arguments).directory(directory.toFile())).linesOfSuccess();
  }

  public ProcessBuilder command(final String... arguments) {
    return new ProcessBuilder(
        Stream.concat(Stream.of(find().orElseThrow().toString()), Stream.of(arguments)).toList());
  }

  boolean isInstalled() {
    return find().isPresent()
        && (this != NODE || run(Path.of("."), "--version").get(0).matches("v[2-9]\\d\\..*"));
  }

  String howToInstall() {
    return "%s is missing; it is in Debian's and Ubuntu's package %s"
        .formatted(programName(), debianPackage);
  }

  private Optional<Path> find() {
    return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
        .map(directory -> Path.of(directory, programName()))
        .filter(Files::isExecutable)
        .findFirst();
  }

  private String programName() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
