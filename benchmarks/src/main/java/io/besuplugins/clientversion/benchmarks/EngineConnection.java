// SPDX-License-Identifier: Apache-2.0
package io.besuplugins.clientversion.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.besuplugins.clientversion.dsl.node.Node;
import io.besuplugins.clientversion.dsl.rpc.JsonRpcClient;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.time.Instant;

/**
 * Repeats one call on a node's engine port over one connection. {@link HttpURLConnection} adds less
 * to a call's latency than {@code HttpClient}, which hands calls over to other threads.
 */
final class EngineConnection {

  private final Node node;
  private final byte[] request;
  private String authorization;
  private Instant authorizedUntil = Instant.MIN;

  EngineConnection(final Node node, final String method, final String params) {
    this.node = node;
    this.request = JsonRpcClient.request(method, params).getBytes(UTF_8);
  }

  /**
   * Calls once.
   *
   * @return the time from sending the request to reading the end of the response, in nanoseconds
   * @throws IllegalStateException if the response has no result
   */
  long call() {
    renewToken();
    try {
      final HttpURLConnection http = (HttpURLConnection) node.engineUrl().toURL().openConnection();
      http.setDoOutput(true);
      http.setRequestProperty("Content-Type", "application/json");
      http.setRequestProperty("Authorization", authorization);
      final long start = System.nanoTime();
      try (OutputStream out = http.getOutputStream()) {
        out.write(request);
      }
      final String response = new String(http.getInputStream().readAllBytes(), UTF_8);
      final long end = System.nanoTime();
      if (!response.contains("\"result\"")) {
        throw new IllegalStateException(node + " responded " + response);
      }
      return end - start;
    } catch (final IOException unreachable) {
      throw new UncheckedIOException(unreachable);
    }
  }

  /** Besu accepts a token for 60 seconds. */
  private void renewToken() {
    final Instant now = Instant.now();
    if (now.isAfter(authorizedUntil)) {
      authorization = "Bearer " + node.secret().tokenIssuedAt(now);
      authorizedUntil = now.plusSeconds(20);
    }
  }
}
