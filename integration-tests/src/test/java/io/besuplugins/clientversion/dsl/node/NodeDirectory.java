// SPDX-License-Identifier: Apache-2.0
package io.besuplugins.clientversion.dsl.node;

import io.besuplugins.clientversion.dsl.rpc.JwtSecret;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The directory with the data, genesis file, JWT secret, plugins and log of one node. It is kept
 * under the build directory after the node has stopped.
 */
record NodeDirectory(Path path, JwtSecret secret) {

  /** Each JVM that runs tests has a directory of its own. */
  static final Path NODES = Path.of(System.getProperty("devnet.nodes"));

  /** All names have the same length, because Besu logs the paths in lines of a fixed width. */
  private static final AtomicLong NUMBER = new AtomicLong(System.currentTimeMillis());

  static NodeDirectory create(final NodeConfiguration configuration) {
    try {
      Files.createDirectories(NODES);
      final String name =
          configuration.distribution().release()
              + "-"
              + configuration.genesis()
              + "-"
              + NUMBER.getAndIncrement();
      final NodeDirectory directory =
          new NodeDirectory(Files.createDirectory(NODES.resolve(name)), JwtSecret.random());
      directory.fill(configuration);
      return directory;
    } catch (final IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void fill(final NodeConfiguration configuration) throws IOException {
    Files.createDirectories(plugins());
    for (final Path jar : configuration.plugins()) {
      Files.copy(jar, plugins().resolve(jar.getFileName()));
    }
    Files.writeString(genesis(), configuration.genesis().json());
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
    return List.of("--data-path=" + data(), "--engine-jwt-secret=" + secretFile());
  }

  String genesisOption() {
    return "--genesis-file=" + genesis();
  }

  /** The ports that Besu has opened, as it writes them when it is up; empty until then. */
  Properties ports() {
    final Properties ports = new Properties();
    try (InputStream file = Files.newInputStream(portsFile())) {
      ports.load(file);
    } catch (final NoSuchFileException e) {
      return ports;
    } catch (final IOException e) {
      throw new UncheckedIOException(e);
    }
    return ports;
  }

  /** Deletes what a node has left behind that was killed. */
  void deletePorts() throws IOException {
    Files.deleteIfExists(portsFile());
  }

  private Path portsFile() {
    return data().resolve("besu.ports");
  }

  private Path data() {
    return path.resolve("data");
  }

  private Path genesis() {
    return path.resolve("genesis.json");
  }

  private Path secretFile() {
    return path.resolve("jwt.hex");
  }
}
