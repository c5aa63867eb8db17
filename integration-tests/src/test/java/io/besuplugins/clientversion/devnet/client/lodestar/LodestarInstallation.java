// SPDX-License-Identifier: Apache-2.0
package io.besuplugins.clientversion.devnet.client.lodestar;

import static io.besuplugins.clientversion.devnet.process.InstalledProgram.NPM;
import static io.besuplugins.clientversion.devnet.process.InstalledProgram.TAR;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Installs Lodestar's code under the build directory: the packages that the engine client imports
 * with {@code npm ci}, and next to them the package of the beacon node, unpacked without its other
 * dependencies, several of which are not in the registry.
 */
final class LodestarInstallation {

  private static final Path SOURCES =
      Path.of(System.getProperty("project.root"), "integration-tests", "src", "test", "lodestar");

  /** The program that hosts engine clients. */
  static final Path PROGRAM = SOURCES.resolve("engine-clients.mjs").toAbsolutePath().normalize();

  private static final List<String> COPIED_FILES =
      List.of(
          "package.json", "package-lock.json", "without-kzg/package.json", "without-kzg/index.mjs");

  private static final Path DIRECTORY =
      Path.of(System.getProperty("devnet.build"), "lodestar").toAbsolutePath().normalize();
  private static final Path COMPLETE = DIRECTORY.resolve("complete");

  private LodestarInstallation() {}

  /** Returns the directory of the code; installs it if it is missing or outdated. */
  static Path installed() throws IOException, InterruptedException {
    if (!isUpToDate()) {
      delete();
      install();
    }
    return DIRECTORY;
  }

  private static boolean isUpToDate() throws IOException {
    if (!Files.exists(COMPLETE)) {
      return false;
    }
    for (final String file : COPIED_FILES) {
      if (Files.mismatch(SOURCES.resolve(file), DIRECTORY.resolve(file)) != -1) {
        return false;
      }
    }
    return true;
  }

  private static void delete() throws IOException {
    if (Files.exists(DIRECTORY)) {
      try (Stream<Path> tree = Files.walk(DIRECTORY)) {
        for (final Path path : tree.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(path);
        }
      }
    }
  }

  private static void install() throws IOException, InterruptedException {
    for (final String file : COPIED_FILES) {
      Files.createDirectories(DIRECTORY.resolve(file).getParent());
      Files.copy(SOURCES.resolve(file), DIRECTORY.resolve(file));
    }
    NPM.run(DIRECTORY, "ci", "--ignore-scripts", "--prefer-offline", "--no-audit", "--no-fund");
    final JsonNode beaconNode =
        new ObjectMapper().readTree(DIRECTORY.resolve("package.json").toFile()).get("engineClient");
    final String tarball =
        NPM.run(
                DIRECTORY,
                "pack",
                beaconNode.get("package").asText(),
                "--ignore-scripts",
                "--prefer-offline",
                "--silent")
            .strip();
    requireIntegrity(DIRECTORY.resolve(tarball), beaconNode.get("integrity").asText());
    TAR.run(DIRECTORY, "-xzf", tarball, "package/package.json", "package/lib");
    Files.createFile(COMPLETE);
  }

  /** Compares the hash as npm does for the packages of a lock file. */
  private static void requireIntegrity(final Path file, final String integrity) throws IOException {
    try {
      final byte[] hash = MessageDigest.getInstance("SHA-512").digest(Files.readAllBytes(file));
      final String actual = "sha512-" + Base64.getEncoder().encodeToString(hash);
      if (!actual.equals(integrity)) {
        throw new IllegalStateException(
            "The integrity of %s is %s, not %s".formatted(file, actual, integrity));
      }
    } catch (final NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
