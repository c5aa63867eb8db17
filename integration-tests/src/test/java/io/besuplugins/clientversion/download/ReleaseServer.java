// SPDX-License-Identifier: Apache-2.0
package io.besuplugins.clientversion.download;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Serves archives on 127.0.0.1, as Besu's release page does. */
final class ReleaseServer implements AutoCloseable {

  private final HttpServer server;
  private final Map<String, byte[]> archives = new ConcurrentHashMap<>();
  private final AtomicInteger requests = new AtomicInteger();
  private volatile boolean isConnectionBroken;

  private ReleaseServer(final HttpServer server) {
    this.server = server;
  }

  /** Starts a server that has no archive yet. */
  static ReleaseServer start() throws IOException {
    final HttpServer http =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    final ReleaseServer server = new ReleaseServer(http);
    http.createContext("/", server::handle);
    http.start();
    return server;
  }

  /** Offers that archive as {@code /VERSION/besu-VERSION.tar.gz}. */
  void offer(final String version, final byte[] archive) {
    archives.put("/%s/besu-%s.tar.gz".formatted(version, version), archive);
  }

  /** Closes each further connection when half of an archive has been sent. */
  void breakConnections() {
    isConnectionBroken = true;
  }

  /** The number of requests so far. */
  int requests() {
    return requests.get();
  }

  /** The base address, for {@code -Dbesu.download.url=}. */
  String address() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  private void handle(final HttpExchange exchange) throws IOException {
    requests.incrementAndGet();
    final byte[] archive = archives.get(exchange.getRequestURI().getPath());
    try (exchange) {
      if (archive == null) {
        exchange.sendResponseHeaders(404, -1);
      } else {
        exchange.sendResponseHeaders(200, archive.length);
        final int sent = isConnectionBroken ? archive.length / 2 : archive.length;
        exchange.getResponseBody().write(archive, 0, sent);
      }
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
