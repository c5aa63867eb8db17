package io.besuplugins.clientversion.devnet;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A node that runs as a process of its own, on free ports of 127.0.0.1. */
public final class NodeProcess implements Node {

  private static final Duration LONGEST_START = Duration.ofSeconds(60);
  private static final String UP = "Ethereum main loop is up";

  private final NodeSetup setup;
  private final ServerProcess process;
  private final NodeHome home;
  private final int enginePort;
  private final int httpPort;
  private final int metricsPort;

  private NodeProcess(
      final NodeSetup setup,
      final ServerProcess process,
      final NodeHome home,
      final int enginePort,
      final int httpPort,
      final int metricsPort) {
    this.setup = setup;
    this.process = process;
    this.home = home;
    this.enginePort = enginePort;
    this.httpPort = httpPort;
    this.metricsPort = metricsPort;
  }

  static Node start(final NodeSetup setup) {
    final NodeProcess node = launch(setup);
    try {
      await("node is up")
          .atMost(LONGEST_START)
          .pollInterval(Duration.ofMillis(20))
          .until(() -> !node.process.process().isAlive() || node.isUp());
      if (!node.process.process().isAlive()) {
        throw new NodeFailedException(
            "exited with status " + node.process.process().exitValue(), node.log().lines());
      }
      return node;
    } catch (final RuntimeException failed) {
      node.close();
      throw failed;
    }
  }

  private static NodeProcess launch(final NodeSetup setup) {
    try {
      final NodeHome home = NodeHome.of(setup);
      final int enginePort = ServerProcess.freePort();
      final int httpPort = ServerProcess.freePort();
      final int metricsPort = ServerProcess.freePort();
      final List<String> options = new ArrayList<>(home.options());
      options.addAll(
          List.of(
              "--p2p-enabled=false",
              "--data-storage-format=FOREST",
              "--rpc-http-enabled=true",
              "--rpc-http-port=" + httpPort,
              "--engine-rpc-enabled=true",
              "--engine-rpc-port=" + enginePort,
              "--metrics-enabled=true",
              "--metrics-port=" + metricsPort));
      options.addAll(setup.options());
      final ProcessBuilder besu =
          setup
              .distribution()
              .besu(home.plugins(), options)
              .redirectErrorStream(true)
              .redirectOutput(home.log().file().toFile());
      besu.environment().putAll(setup.environment());
      return new NodeProcess(
          setup, new ServerProcess(besu.start()), home, enginePort, httpPort, metricsPort);
    } catch (final IOException cannotStart) {
      throw new UncheckedIOException(cannotStart);
    }
  }

  private boolean isUp() {
    return log().lines().stream().anyMatch(line -> line.contains(UP));
  }

  @Override
  public NodeSetup setup() {
    return setup;
  }

  @Override
  public URI enginePort() {
    return URI.create("http://127.0.0.1:" + enginePort);
  }

  @Override
  public URI httpPort() {
    return URI.create("http://127.0.0.1:" + httpPort);
  }

  @Override
  public URI metricsPort() {
    return URI.create("http://127.0.0.1:" + metricsPort + "/metrics");
  }

  @Override
  public Secret secret() {
    return home.secret();
  }

  @Override
  public NodeLog log() {
    return home.log();
  }

  @Override
  public long liveHeap() {
    return LiveHeap.of(process.process());
  }

  @Override
  public void close() {
    process.close();
  }

  @Override
  public String toString() {
    return setup.toString();
  }
}
