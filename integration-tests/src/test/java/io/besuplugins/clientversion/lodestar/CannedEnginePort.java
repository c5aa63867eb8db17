package io.besuplugins.clientversion.lodestar;

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
 * An engine port without a node behind it: to see what Lodestar makes of an answer that no node
 * gives. Lets in whoever comes; closing ends it.
 */
public final class CannedEnginePort implements AutoCloseable {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String SYNCING =
      "{\"payloadStatus\":{\"status\":\"SYNCING\",\"latestValidHash\":null,\"validationError\":null},"
          + "\"payloadId\":null}";

  private final HttpServer server;

  private CannedEnginePort(final HttpServer server) {
    this.server = server;
  }

  /**
   * Opens one.
   *
   * @param result what it says when it is asked who it is, as JSON
   */
  public static CannedEnginePort answering(final String result) throws IOException {
    final HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", exchange -> answer(exchange, result));
    server.start();
    return new CannedEnginePort(server);
  }

  private static void answer(final HttpExchange exchange, final String result) throws IOException {
    try (exchange) {
      final JsonNode request = JSON.readTree(exchange.getRequestBody());
      final boolean isAskedWhoItIs =
          request.get("method").asText().equals("engine_getClientVersionV1");
      final byte[] response =
          "{\"jsonrpc\":\"2.0\",\"id\":%s,\"result\":%s}"
              .formatted(request.get("id"), isAskedWhoItIs ? result : SYNCING)
              .getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(200, response.length);
      exchange.getResponseBody().write(response);
    }
  }

  /** Where it listens. */
  public URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
