// SPDX-License-Identifier: Apache-2.0
package io.besuplugins.clientversion.dsl.node;

import static org.awaitility.Awaitility.await;

import io.besuplugins.clientversion.dsl.process.ProcessFailedException;
import io.besuplugins.clientversion.dsl.process.ProcessResult;
import io.besuplugins.clientversion.dsl.process.ServerProcess;
import io.besuplugins.clientversion.dsl.rpc.JsonRpcClient;
import io.besuplugins.clientversion.dsl.rpc.JsonRpcResponse;
import io.besuplugins.clientversion.dsl.rpc.JwtSecret;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;

/**
 * A node with its directory and ports. When it has stopped it can be started again, with its data
 * and on the same ports, and its log continues.
 */
public final class Node implements AutoCloseable {

  /** As Besu names them in the file {@code besu.ports}. */
  private static final String HTTP = "json-rpc";

  private static final String ENGINE = "engine-json-rpc";
  private static final String METRICS = "metrics";

  private final NodeConfiguration configuration;
  private final NodeDirectory directory;
  private Properties ports = new Properties();
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
    final ProcessBuilder besu =
        configuration.distribution().command(directory.plugins(), options());
    besu.environment().putAll(configuration.environment());
    try {
      directory.deletePorts();
      process = ServerProcess.start(besu, log().file(), this::isUp);
    } catch (final IOException e) {
      throw new UncheckedIOException(e);
    }
    return this;
  }

  private List<String> options() {
    final Stream<String> ofEveryNode =
        Stream.of(
            "--p2p-enabled=false",
            "--data-storage-format=FOREST",
            "--rpc-http-enabled=true",
            "--rpc-http-port=" + port(HTTP),
            "--engine-rpc-enabled=true",
            "--engine-rpc-port=" + port(ENGINE),
            "--metrics-enabled=true",
            "--metrics-port=" + port(METRICS));
    // Besu rejects a genesis file together with one of its networks.
    final boolean isNamedNetwork =
        configuration.options().stream().anyMatch(option -> option.startsWith("--network="));
    return Stream.of(
            directory.options().stream(),
            isNamedNetwork ? Stream.<String>empty() : Stream.of(directory.genesisOption()),
            ofEveryNode,
            configuration.options().stream())
        .flatMap(options -> options)
        .toList();
  }

  private boolean isUp() {
    ports = directory.ports();
    return ports.keySet().containsAll(List.of(HTTP, ENGINE, METRICS));
  }

  /** The port that was opened at the first start; before that 0, for one that is free. */
  private String port(final String name) {
    return ports.getProperty(name, "0");
  }

  /** Restarts the node inside its process, as Besu restarts an Ephemery node; for fakes only. */
  public void restartInProcess() throws IOException {
    process.process().getOutputStream().write('\n');
    process.process().getOutputStream().flush();
    await("node has restarted")
        .atMost(Duration.ofMinutes(1))
        .until(
            () ->
                log().lines().stream()
                    .anyMatch(
                        line ->
                            line.contains("to restart Ephemery")
                                || line.contains("Ephemery testnet restarted")));
    ports = directory.ports();
  }

  public NodeConfiguration configuration() {
    return configuration;
  }

  /** Where its data and its log are. */
  public Path directory() {
    return directory.path();
  }

  public NodeLog log() {
    return directory.log();
  }

  public URI engineUrl() {
    return URI.create("http://127.0.0.1:" + port(ENGINE));
  }

  /** The JSON-RPC port that needs no token. */
  public URI httpUrl() {
    return URI.create("http://127.0.0.1:" + port(HTTP));
  }

  /** What Prometheus scrapes. */
  public URI metricsUrl() {
    return URI.create("http://127.0.0.1:" + port(METRICS) + "/metrics");
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
