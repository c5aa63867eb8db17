// SPDX-License-Identifier: Apache-2.0
package io.besuplugins.clientversion.devnet.client.lodestar;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/**
 * An engine port that gives {@code engine_getClientVersionV1} results that no node gives. It checks
 * no token.
 */
public final class FixedResponseServer implements AutoCloseable {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String SYNCING =
      "{\"payloadStatus\":{\"status\":\"SYNCING\",\"latestValidHash\":null,\"validationError\":null},"
          + "\"payloadId\":null}";

  private final HttpServer server;

  /**
   * Starts a server.
   *
   * @param result the result of {@code engine_getClientVersionV1}, in JSON
   */
  public FixedResponseServer(final String result) throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", exchange -> respond(exchange, result));
    server.start();
  }

  private static void respond(final HttpExchange exchange, final String result) throws IOException {
    try (exchange) {
      final JsonNode request = JSON.readTree(exchange.getRequestBody());
      final boolean isGetClientVersion =
          request.get("method").asText().equals("engine_getClientVersionV1");
      final byte[] response =
          "{\"jsonrpc\":\"2.0\",\"id\":%s,\"result\":%s}"
              .formatted(request.get("id"), isGetClientVersion ? result : SYNCING)
              .getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(200, response.length);
      exchange.getResponseBody().write(response);
    }
  }

  /** The server's URL. */
  public URI url() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
