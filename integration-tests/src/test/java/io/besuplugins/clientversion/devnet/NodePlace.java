package io.besuplugins.clientversion.devnet;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.URI;
import java.util.List;
import java.util.stream.Stream;

/**
 * Where a node runs: its home, and ports of 127.0.0.1 that are known before it listens there. From
 * the same place it can be started again when it has ended, with the data it had; its log goes on.
 */
public final class NodePlace {

  private final NodeSetup setup;
  private final NodeHome home;
  private final int enginePort = ServerProcess.freePort();
  private final int httpPort = ServerProcess.freePort();
  private final int metricsPort = ServerProcess.freePort();

  private NodePlace(final NodeSetup setup, final NodeHome home) {
    this.setup = setup;
    this.home = home;
  }

  static NodePlace of(final NodeSetup setup) {
    try {
      return new NodePlace(setup, NodeHome.of(setup));
    } catch (final IOException cannotWrite) {
      throw new UncheckedIOException(cannotWrite);
    }
  }

  /**
   * Starts the node and waits until it is up.
   *
   * @throws NodeFailedException when it ends, or is not up in time; with its log
   */
  public Node start() {
    return NodeProcess.start(this);
  }

  /** What the node is started with. */
  public NodeSetup setup() {
    return setup;
  }

  /** The engine port, over HTTP. */
  public URI enginePort() {
    return URI.create("http://127.0.0.1:" + enginePort);
  }

  /** The plain HTTP port. */
  public URI httpPort() {
    return URI.create("http://127.0.0.1:" + httpPort);
  }

  /** What Prometheus scrapes. */
  public URI metricsPort() {
    return URI.create("http://127.0.0.1:" + metricsPort + "/metrics");
  }

  /** What consensus clients need to be let in at the engine port. */
  public Secret secret() {
    return home.secret();
  }

  /** What the node has printed, over all its starts. */
  public NodeLog log() {
    return home.log();
  }

  /** What starts it. */
  ProcessBuilder besu() {
    final ProcessBuilder besu =
        setup
            .distribution()
            .besu(home.plugins(), options())
            .redirectErrorStream(true)
            .redirectOutput(Redirect.appendTo(log().file().toFile()));
    besu.environment().putAll(setup.environment());
    return besu;
  }

  private List<String> options() {
    final Stream<String> ofPlace =
        Stream.of(
            "--p2p-enabled=false",
            "--data-storage-format=FOREST",
            "--rpc-http-enabled=true",
            "--rpc-http-port=" + httpPort,
            "--engine-rpc-enabled=true",
            "--engine-rpc-port=" + enginePort,
            "--metrics-enabled=true",
            "--metrics-port=" + metricsPort);
    return Stream.of(home.options().stream(), ofPlace, setup.options().stream())
        .flatMap(options -> options)
        .toList();
  }

  @Override
  public String toString() {
    return setup.toString();
  }
}
