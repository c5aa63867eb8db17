package io.besuplugins.clientversion.lodestar;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Lodestar's code under the build directory: what its engine client imports by {@code npm ci}, and
 * beside it the package of the beacon node. That one comes without its dependencies, of which
 * several are not in the registry and the engine client needs few.
 *
 * @param directory with {@code node_modules} and {@code package}
 */
record Installation(Path directory) {

  private static final Path SOURCES =
      Path.of(System.getProperty("project.root"), "integration-tests", "src", "test", "lodestar");

  /** The program that hosts engine clients. */
  static final Path PROGRAM = SOURCES.resolve("engine-clients.mjs").toAbsolutePath().normalize();

  private static final List<String> WHAT_IS_INSTALLED =
      List.of(
          "package.json", "package-lock.json", "without-kzg/package.json", "without-kzg/index.mjs");

  /** The one that is there, or a new one when there is none of what is wanted now. */
  static Installation current() throws IOException, InterruptedException {
    final Installation installation =
        new Installation(
            Path.of(System.getProperty("devnet.build"), "lodestar").toAbsolutePath().normalize());
    if (!installation.isComplete()) {
      installation.removeWhatIsThere();
      installation.install();
    }
    return installation;
  }

  private boolean isComplete() throws IOException {
    if (!Files.exists(marker())) {
      return false;
    }
    for (final String file : WHAT_IS_INSTALLED) {
      if (Files.mismatch(SOURCES.resolve(file), directory.resolve(file)) != -1) {
        return false;
      }
    }
    return true;
  }

  private void removeWhatIsThere() throws IOException {
    if (Files.exists(directory)) {
      try (Stream<Path> tree = Files.walk(directory)) {
        for (final Path path : tree.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(path);
        }
      }
    }
  }

  private void install() throws IOException, InterruptedException {
    for (final String file : WHAT_IS_INSTALLED) {
      Files.createDirectories(directory.resolve(file).getParent());
      Files.copy(SOURCES.resolve(file), directory.resolve(file));
    }
    NodeJsProgram.NPM.run(
        directory, "ci", "--ignore-scripts", "--prefer-offline", "--no-audit", "--no-fund");
    final JsonNode engineClient =
        new ObjectMapper().readTree(directory.resolve("package.json").toFile()).get("engineClient");
    NodeJsProgram.NPM.run(
        directory,
        "pack",
        engineClient.get("package").asText(),
        "--ignore-scripts",
        "--prefer-offline");
    new Tarball(fetched(), engineClient.get("integrity").asText()).unpackInto(directory);
    Files.createFile(marker());
  }

  private Path fetched() throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files.filter(file -> file.toString().endsWith(".tgz")).findAny().orElseThrow();
    }
  }

  private Path marker() {
    return directory.resolve("complete");
  }
}
