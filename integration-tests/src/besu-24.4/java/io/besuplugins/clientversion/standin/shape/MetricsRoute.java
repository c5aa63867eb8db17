package io.besuplugins.clientversion.standin.shape;

import io.besuplugins.clientversion.standin.metrics.MetricsPort;
import io.prometheus.client.CollectorRegistry;
import io.prometheus.client.exporter.common.TextFormat;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.TreeSet;
import java.util.concurrent.CompletionStage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Serves metrics over Vert.x, as Besu did up to 24.10.0. */
final class MetricsRoute {

  private static final Logger LOG =
      LoggerFactory.getLogger("org.hyperledger.besu.metrics.prometheus.MetricsHttpService");

  private MetricsRoute() {}

  static CompletionStage<?> open(final MetricsPort port, final CollectorRegistry registry) {
    LOG.info("Starting metrics http service on {}:{}", port.host(), port.port());
    final Router router = Router.router(port.vertx());
    router.route().handler(port.allowlist().gate());
    router
        .route("/")
        .method(HttpMethod.GET)
        .handler(context -> context.response().setStatusCode(201).end());
    router
        .route("/metrics")
        .method(HttpMethod.GET)
        .blockingHandler(context -> show(registry, context), false);
    return port.vertx()
        .createHttpServer(
            new HttpServerOptions()
                .setHost(port.host())
                .setPort(port.port())
                .setHandle100ContinueAutomatically(true)
                .setCompressionSupported(true))
        .requestHandler(router)
        .listen()
        .onSuccess(
            open ->
                LOG.info(
                    "Metrics service started and listening on {}:{}",
                    port.host(),
                    open.actualPort()))
        .toCompletionStage();
  }

  private static void show(final CollectorRegistry registry, final RoutingContext context) {
    final StringWriter text = new StringWriter();
    try {
      TextFormat.write004(
          text, registry.filteredMetricFamilySamples(new TreeSet<>(context.queryParam("name[]"))));
    } catch (final IOException e) {
      throw new UncheckedIOException(e);
    }
    context.response().putHeader("Content-Type", TextFormat.CONTENT_TYPE_004).end(text.toString());
  }
}
