package io.besuplugins.clientversion.standin.metrics;

import io.besuplugins.clientversion.standin.http.HostAllowlist;
import io.vertx.core.Vertx;
import java.util.Set;

/**
 * How the port for metrics is to be opened.
 *
 * @param vertx serves it in the releases where Besu served it itself
 * @param host the host to listen on
 * @param port the port to listen on
 * @param allowlist who may ask
 * @param enabledCategories the names of the categories that are on
 */
public record MetricsPort(
    Vertx vertx, String host, int port, HostAllowlist allowlist, Set<String> enabledCategories) {}
