package io.besuplugins.clientversion.standin.http;

import io.vertx.core.Handler;
import io.vertx.core.net.HostAndPort;
import io.vertx.ext.web.RoutingContext;
import java.util.Collection;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The values of the Host header that a port lets in.
 *
 * @param hosts names without port; {@code *} lets everyone in
 */
public record HostAllowlist(List<String> hosts) {

  private static final Logger LOG =
      LoggerFactory.getLogger("org.hyperledger.besu.ethereum.api.jsonrpc.JsonRpcHttpService");

  /**
   * Reads what the operator gave.
   *
   * @param given names, or {@code *} or {@code all}, or {@code none}
   * @return the list
   * @throws IllegalArgumentException if a word for everybody or nobody stands with names
   */
  public static HostAllowlist of(final Collection<String> given) {
    final List<String> hosts =
        given.stream().map(String::strip).map(host -> "all".equals(host) ? "*" : host).toList();
    if (hosts.size() > 1 && hosts.contains("none")) {
      throw new IllegalArgumentException("Value 'none' can't be used with other hostnames");
    }
    if (hosts.size() > 1 && hosts.contains("*")) {
      throw new IllegalArgumentException("Values '*' or 'all' can't be used with other hostnames");
    }
    return new HostAllowlist(hosts.contains("none") ? List.of() : hosts);
  }

  /**
   * Whether a host is let in.
   *
   * @param host the host, without port, or null
   * @return whether it is
   */
  public boolean admits(final String host) {
    if (hosts.contains("*")
        || (host != null && hosts.stream().anyMatch(allowed -> allowed.equalsIgnoreCase(host)))) {
      return true;
    }
    LOG.trace("Host not in allowlist: '{}'", host);
    return false;
  }

  /**
   * Turns everyone else away with status 403.
   *
   * @return the first step of a port's routes
   */
  public Handler<RoutingContext> gate() {
    return context -> {
      final HostAndPort authority = context.request().authority();
      if (admits(authority == null ? null : authority.host())) {
        context.next();
      } else if (!context.response().closed()) {
        context
            .response()
            .setStatusCode(403)
            .putHeader("Content-Type", "application/json; charset=utf-8")
            .end("{\"message\":\"Host not authorized.\"}");
      }
    };
  }
}
