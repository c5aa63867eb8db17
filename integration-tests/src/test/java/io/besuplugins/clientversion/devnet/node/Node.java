// SPDX-License-Identifier: Apache-2.0
package io.besuplugins.clientversion.devnet.node;

import io.besuplugins.clientversion.devnet.process.ProcessFailedException;
import io.besuplugins.clientversion.devnet.process.ProcessResult;
import io.besuplugins.clientversion.devnet.process.ServerProcess;
import io.besuplugins.clientversion.devnet.rpc.JsonRpcClient;
import io.besuplugins.clientversion.devnet.rpc.JsonRpcResponse;
import io.besuplugins.clientversion.devnet.rpc.JwtSecret;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * A node with its directory and ports, which are known before it runs. When it has stopped it can
 * be started again with its data, and its log goes on.
 */
public final class Node implements AutoCloseable {

  private final NodeConfiguration configuration;
  private final NodeDirectory directory;
  private final int enginePort = ServerProcess.freePort();
  private final int httpPort = ServerProcess.freePort();
  private final int metricsPort = ServerProcess.freePort();
  private ServerProcess process;

  Node(final NodeConfiguration configuration) {
    this.configuration = configuration;
    this.directory = NodeDirectory.create(configuration);
  }

  /**
   * Starts the node and waits until it is up.
   *
   * @throws ProcessFailedException if it exits
   */
  public Node start() {
    final int earlierLines = log().lines().size();
    final ProcessBuilder besu =
        configuration.distribution().command(directory.plugins(), options());
    besu.environment().putAll(configuration.environment());
    try {
      process = ServerProcess.start(besu, log().file(), () -> isUp(earlierLines));
    } catch (final IOException failure) {
      throw new UncheckedIOException(failure);
    }
    return this;
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

  public NodeConfiguration configuration() {
    return configuration;
  }

  public NodeLog log() {
    return directory.log();
  }

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

  /** The secret of the engine port. */
  public JwtSecret secret() {
    return directory.secret();
  }

  /** A client of the engine port with valid tokens. */
  public JsonRpcClient engine() {
    return JsonRpcClient.withToken(engineUrl(), () -> secret().tokenIssuedAt(Instant.now()));
  }

  public JsonRpcClient http() {
    return JsonRpcClient.withoutToken(httpUrl());
  }

  /** Calls {@code engine_getClientVersionV1} with params in JSON. */
  public JsonRpcResponse getClientVersion(final String params) {
    return engine().call("engine_getClientVersionV1", params);
  }

  /** Collects garbage and returns the size of the live objects, in bytes. */
  public long liveHeapSize() {
    final String jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
    final String pid = Long.toString(process.process().pid());
    final List<String> histogram =
        ProcessResult.of(new ProcessBuilder(jcmd, pid, "GC.class_histogram")).linesOfSuccess();
    return Long.parseLong(histogram.get(histogram.size() - 1).split("\\s+")[2]);
  }

  /** Stops the node and waits until it has exited. */
  public void stop() {
    process.stop();
  }

  @Override
  public String toString() {
    return configuration.toString();
  }

  /** Stops the node without waiting for it. */
  @Override
  public void close() {
    if (process != null) {
      process.close();
    }
  }
}
