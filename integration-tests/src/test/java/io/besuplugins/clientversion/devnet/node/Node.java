// SPDX-License-Identifier: Apache-2.0
package io.besuplugins.clientversion.devnet.node;

import io.besuplugins.clientversion.devnet.process.ProcessResult;
import io.besuplugins.clientversion.devnet.process.ServerProcess;
import io.besuplugins.clientversion.devnet.rpc.JsonRpcClient;
import io.besuplugins.clientversion.devnet.rpc.JsonRpcResponse;
import io.besuplugins.clientversion.devnet.rpc.JwtSecret;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/** A running node. Closing it stops it. */
public final class Node implements AutoCloseable {

  private final RestartableNode restartable;
  private final ServerProcess process;

  Node(final RestartableNode restartable, final ServerProcess process) {
    this.restartable = restartable;
    this.process = process;
  }

  /** The node's directory and ports, which outlive this process. */
  public RestartableNode restartable() {
    return restartable;
  }

  /** What it was started with. */
  public NodeConfiguration configuration() {
    return restartable.configuration();
  }

  /** What it has printed. */
  public NodeLog log() {
    return restartable.log();
  }

  /** The engine port. */
  public URI engineUrl() {
    return restartable.engineUrl();
  }

  /** The secret for the engine port. */
  public JwtSecret secret() {
    return restartable.secret();
  }

  /** What Prometheus scrapes. */
  public URI metricsUrl() {
    return restartable.metricsUrl();
  }

  /** A client of the engine port with valid tokens. */
  public JsonRpcClient engine() {
    return JsonRpcClient.withToken(engineUrl(), () -> secret().tokenIssuedAt(Instant.now()));
  }

  /** A client of the JSON-RPC port that needs no token. */
  public JsonRpcClient http() {
    return JsonRpcClient.withoutToken(restartable.httpUrl());
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

  @Override
  public void close() {
    process.close();
  }

  @Override
  public String toString() {
    return configuration().toString();
  }
}
