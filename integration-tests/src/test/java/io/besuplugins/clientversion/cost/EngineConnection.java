// SPDX-License-Identifier: Apache-2.0
package io.besuplugins.clientversion.cost;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.besuplugins.clientversion.devnet.node.Node;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.time.Instant;

/** Sends the same call to a node's engine port again and again, with little time of its own. */
final class EngineConnection {

  private final Node node;
  private final byte[] call;
  private String token;
  private Instant renewal = Instant.MIN;

  EngineConnection(final Node node, final EngineCall call) {
    this.node = node;
    this.call = call.body().getBytes(UTF_8);
  }

  /**
   * Calls once.
   *
   * @return from the first byte sent to the last one received, in nanoseconds
   * @throws IllegalStateException when the node did not serve it
   */
  long call() {
    renewToken();
    try {
      final HttpURLConnection http = (HttpURLConnection) node.engineUrl().toURL().openConnection();
      http.setDoOutput(true);
      http.setRequestProperty("Content-Type", "application/json");
      http.setRequestProperty("Authorization", token);
      final long start = System.nanoTime();
      try (OutputStream out = http.getOutputStream()) {
        out.write(call);
      }
      final String answer;
      try (InputStream in = http.getInputStream()) {
        answer = new String(in.readAllBytes(), UTF_8);
      }
      final long end = System.nanoTime();
      if (!answer.contains("\"result\"")) {
        throw new IllegalStateException("The node answered " + answer);
      }
      return end - start;
    } catch (final IOException unreachable) {
      throw new UncheckedIOException(unreachable);
    }
  }

  private void renewToken() {
    final Instant now = Instant.now();
    if (now.isAfter(renewal)) {
      token = "Bearer " + node.secret().tokenIssuedAt(now);
      renewal = now.plusSeconds(20);
    }
  }
}
