package io.besuplugins.clientversion.standin.shape;

import com.sun.net.httpserver.Authenticator;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpPrincipal;
import io.besuplugins.clientversion.standin.http.HostAllowlist;
import io.besuplugins.clientversion.standin.metrics.MetricsPort;
import io.prometheus.metrics.exporter.httpserver.DefaultHandler;
import io.prometheus.metrics.exporter.httpserver.HTTPServer;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import io.vertx.core.net.HostAndPort;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Serves metrics with the Prometheus client's own server, as Besu does from 24.12.0 on. */
final class MetricsServer {

  private static final Logger LOG =
      LoggerFactory.getLogger("org.hyperledger.besu.metrics.prometheus.MetricsHttpService");

  private MetricsServer() {}

  static HTTPServer open(final MetricsPort port, final PrometheusRegistry registry)
      throws IOException {
    LOG.info("Starting metrics http service on {}:{}", port.host(), port.port());
    return HTTPServer.builder()
        .hostname(port.host())
        .port(port.port())
        .registry(registry)
        .authenticator(new HostCheck(port.allowlist()))
        .defaultHandler(new RootPage())
        .buildAndStart();
  }

  private static final class RootPage extends DefaultHandler {

    RootPage() {
      super("/metrics");
    }

    @Override
    public void handle(final HttpExchange exchange) throws IOException {
      if (exchange.getRequestURI().getPath().equals(exchange.getHttpContext().getPath())) {
        super.handle(exchange);
      } else {
        try (exchange) {
          exchange.sendResponseHeaders(HttpURLConnection.HTTP_NOT_FOUND, -1);
        }
      }
    }
  }

  private static final class HostCheck extends Authenticator {

    private final HostAllowlist allowlist;

    HostCheck(final HostAllowlist allowlist) {
      this.allowlist = allowlist;
    }

    @Override
    public Result authenticate(final HttpExchange exchange) {
      final String host =
          Optional.ofNullable(exchange.getRequestHeaders().getFirst("Host"))
              .map(header -> HostAndPort.parseAuthority(header, -1).host())
              .orElse(null);
      return allowlist.admits(host)
          ? new Success(new HttpPrincipal("metrics", "metrics"))
          : new Failure(403);
    }
  }
}
