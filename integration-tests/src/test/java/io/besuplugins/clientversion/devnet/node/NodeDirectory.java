// SPDX-License-Identifier: Apache-2.0
package io.besuplugins.clientversion.devnet.node;

import io.besuplugins.clientversion.devnet.rpc.JwtSecret;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The directory with the data, genesis file, JWT secret, plugins and log of one node. It is kept
 * under the build directory after the node has stopped.
 */
record NodeDirectory(Path path, JwtSecret secret) {

  private static final Path NODES = Path.of(System.getProperty("devnet.build"), "nodes");

  static NodeDirectory create(final NodeConfiguration configuration) {
    try {
      Files.createDirectories(NODES);
      final String name =
          configuration.distribution().release() + "-" + configuration.genesis() + "-";
      final NodeDirectory directory =
          new NodeDirectory(Files.createTempDirectory(NODES, name), JwtSecret.random());
      directory.fill(configuration);
      return directory;
    } catch (final IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private void fill(final NodeConfiguration configuration) throws IOException {
    Files.createDirectories(plugins());
    for (final Path jar : configuration.plugins()) {
      Files.copy(jar, plugins().resolve(jar.getFileName()));
    }
    try (InputStream json = Genesis.class.getResourceAsStream(configuration.genesis().resource())) {
      Files.copy(json, genesis());
    }
    Files.writeString(secretFile(), secret.hex());
    Files.createFile(log().file());
  }

  Path plugins() {
    return path.resolve("plugins");
  }

  NodeLog log() {
    return new NodeLog(path.resolve("node.log"));
  }

  List<String> options() {
    return List.of(
        "--data-path=" + path.resolve("data"),
        "--genesis-file=" + genesis(),
        "--engine-jwt-secret=" + secretFile());
  }

  private Path genesis() {
    return path.resolve("genesis.json");
  }

  private Path secretFile() {
    return path.resolve("jwt.hex");
  }
}
