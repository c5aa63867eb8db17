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

  private static final Path PLUGIN = Path.of(System.getProperty("plugin.jar"));
  private static final Path NODES = Path.of(System.getProperty("devnet.build"), "nodes");

  /** A new one, with the built plugin jar in its plugins directory. */
  static NodeHome create(final String name, final Network network) throws IOException {
    Files.createDirectories(NODES);
    final NodeHome home =
        new NodeHome(Files.createTempDirectory(NODES, name + "-"), Secret.random());
    Files.createDirectories(home.plugins());
    Files.copy(PLUGIN, home.plugins().resolve(PLUGIN.getFileName()));
    Files.writeString(home.genesis(), network.genesis());
    Files.writeString(home.secretFile(), home.secret.hex());
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
