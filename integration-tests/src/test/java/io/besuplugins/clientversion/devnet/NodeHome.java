package io.besuplugins.clientversion.devnet;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Where one node of the devnet lives: its data, genesis file, secret, plugins and log, kept under
 * the build directory after it has ended.
 *
 * @param directory all of it
 * @param secret what the engine port asks for
 */
record NodeHome(Path directory, Secret secret) {

  private static final Path NODES = Path.of(System.getProperty("devnet.build"), "nodes");

  /** A new one, with the plugin jars in its plugins directory. */
  static NodeHome of(final NodeSetup setup) throws IOException {
    Files.createDirectories(NODES);
    final String name = setup.distribution().release() + "-" + setup.network() + "-";
    final NodeHome home = new NodeHome(Files.createTempDirectory(NODES, name), Secret.random());
    Files.createDirectories(home.plugins());
    for (final Path jar : setup.plugins()) {
      Files.copy(jar, home.plugins().resolve(jar.getFileName()));
    }
    Files.writeString(home.genesis(), setup.network().genesis());
    Files.writeString(home.secretFile(), home.secret.hex());
    Files.createFile(home.log().file());
    return home;
  }

  Path plugins() {
    return directory.resolve("plugins");
  }

  NodeLog log() {
    return new NodeLog(directory.resolve("node.log"));
  }

  /** What tells Besu to live here. */
  List<String> options() {
    return List.of(
        "--data-path=" + directory.resolve("data"),
        "--genesis-file=" + genesis(),
        "--engine-jwt-secret=" + secretFile());
  }

  private Path genesis() {
    return directory.resolve("genesis.json");
  }

  private Path secretFile() {
    return directory.resolve("jwt.hex");
  }
}
