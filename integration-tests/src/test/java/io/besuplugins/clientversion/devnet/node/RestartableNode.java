// SPDX-License-Identifier: Apache-2.0
package io.besuplugins.clientversion.devnet.node;

import io.besuplugins.clientversion.devnet.process.ServerProcess;
import io.besuplugins.clientversion.devnet.rpc.JwtSecret;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * The directory and ports of a node, which are known before it runs. When the node has stopped it
 * can be started again with its data, and its log goes on.
 */
public final class RestartableNode {

  private static final Duration MAX_START_TIME = Duration.ofSeconds(60);

  private final NodeConfiguration configuration;
  private final NodeDirectory directory;
  private final int enginePort = ServerProcess.freePort();
  private final int httpPort = ServerProcess.freePort();
  private final int metricsPort = ServerProcess.freePort();

  RestartableNode(final NodeConfiguration configuration) {
    this.configuration = configuration;
    this.directory = NodeDirectory.create(configuration);
  }

  /**
   * Starts the node and waits until it is up.
   *
   * @throws NodeFailedException if it exits or is not up in time
   */
  public Node start() {
    final int earlierLines = log().lines().size();
    final ServerProcess process = launch();
    try {
      if (!process.awaitReady(MAX_START_TIME, () -> isUp(earlierLines))) {
        throw new NodeFailedException(
            "exited with status " + process.process().exitValue(), log().lines());
      }
      return new Node(this, process);
    } catch (final RuntimeException failure) {
      process.close();
      throw failure;
    }
  }

  private ServerProcess launch() {
    final ProcessBuilder besu =
        configuration
            .distribution()
            .command(directory.plugins(), options())
            .redirectErrorStream(true)
            .redirectOutput(Redirect.appendTo(log().file().toFile()));
    besu.environment().putAll(configuration.environment());
    try {
      return new ServerProcess(besu.start());
    } catch (final IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private List<String> options() {
    final Stream<String> ofDevnet =
        Stream.of(
            "--p2p-enabled=false",
            "--data-storage-format=FOREST",
            "--rpc-http-enabled=true",
            "--rpc-http-port=" + httpPort,
            "--engine-rpc-enabled=true",
            "--engine-rpc-port=" + enginePort,
            "--metrics-enabled=true",
            "--metrics-port=" + metricsPort);
    return Stream.of(directory.options().stream(), ofDevnet, configuration.options().stream())
        .flatMap(options -> options)
        .toList();
  }

  private boolean isUp(final int earlierLines) {
    return log().lines().stream().skip(earlierLines).anyMatch(line -> line.contains(NodeLog.UP));
  }

  /** What the node is started with. */
  public NodeConfiguration configuration() {
    return configuration;
  }

  /** The engine port. */
  public URI engineUrl() {
    return URI.create("http://127.0.0.1:" + enginePort);
  }

  /** The JSON-RPC port that needs no token. */
  public URI httpUrl() {
    return URI.create("http://127.0.0.1:" + httpPort);
  }

  /** What Prometheus scrapes. */
  public URI metricsUrl() {
    return URI.create("http://127.0.0.1:" + metricsPort + "/metrics");
  }

  /** The secret for the engine port. */
  public JwtSecret secret() {
    return directory.secret();
  }

  /** What the node has printed since its first start. */
  public NodeLog log() {
    return directory.log();
  }
}
