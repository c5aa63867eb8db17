package io.besuplugins.clientversion.standin.http;

import io.besuplugins.clientversion.standin.rpc.CallExecution;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Route;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import io.vertx.ext.web.handler.CorsHandler;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A JSON-RPC port with Besu's routes: Host check, CORS with no origin allowed, body limit, GET for
 * the impatient, health, and POST for calls, which run on worker threads side by side.
 */
public final class RpcPort {

  private final Logger log;
  private final RpcPortOptions options;
  private final Optional<EngineTokens> tokens;
  private final CallExecution execution;
  private final Vertx vertx;
  private final HttpServer server;

  /**
   * A port that is not open yet.
   *
   * @param vertx serves it
   * @param options where and for whom
   * @param tokens checks callers, if they are to be checked
   * @param execution runs the calls
   */
  public RpcPort(
      final Vertx vertx,
      final RpcPortOptions options,
      final Optional<EngineTokens> tokens,
      final CallExecution execution) {
    this.vertx = vertx;
    this.options = options;
    this.tokens = tokens;
    this.execution = execution;
    this.log =
        LoggerFactory.getLogger("org.hyperledger.besu.ethereum.api.jsonrpc." + options.besuClass());
    this.server =
        vertx.createHttpServer(
            new HttpServerOptions()
                .setHost(options.host())
                .setPort(options.port())
                .setHandle100ContinueAutomatically(true)
                .setCompressionSupported(options.compresses()));
  }

  /**
   * Opens the port.
   *
   * @return when it is open
   */
  public CompletionStage<?> open() {
    log.info("Starting JSON-RPC service on {}:{}", options.host(), options.port());
    return server
        .requestHandler(routes())
        .listen()
        .onSuccess(
            open ->
                log.info(
                    "JSON-RPC service started and listening on {}:{}",
                    options.host(),
                    open.actualPort()))
        .toCompletionStage();
  }

  /**
   * Closes the port.
   *
   * @return when it is closed
   */
  public CompletionStage<?> close() {
    return server.close().toCompletionStage();
  }

  private Router routes() {
    final Router router = Router.router(vertx);
    router.route().handler(options.allowlist().gate());
    router.errorHandler(403, this::refuse);
    router
        .route()
        .handler(
            CorsHandler.create()
                .addRelativeOrigin("")
                .allowedHeader("*")
                .allowedHeader("content-type"));
    router
        .route()
        .handler(
            BodyHandler.create()
                .setBodyLimit(options.bodyLimit())
                .setUploadsDirectory(options.dataPath().resolve("uploads").toString())
                .setDeleteUploadedFilesOnEnd(true));
    router
        .route("/")
        .method(HttpMethod.GET)
        .handler(context -> context.response().setStatusCode(201).end());
    router.route("/liveness").method(HttpMethod.GET).handler(RpcPort::isUp);
    router.route("/readiness").method(HttpMethod.GET).handler(RpcPort::isUp);

    final Route calls = router.route("/").method(HttpMethod.POST).produces("application/json");
    tokens.ifPresent(check -> calls.handler(check.gate()));
    calls
        .handler(RequestBody::parse)
        .blockingHandler(
            new CallRoute(
                    execution, context -> tokens.isEmpty() || EngineTokens.isAdmitted(context))
                ::serve,
            false);
    return router;
  }

  private void refuse(final RoutingContext context) {
    log.error(context.failure().getMessage());
    context.response().setStatusCode(context.statusCode()).end("Exception thrown handling RPC");
  }

  private static void isUp(final RoutingContext context) {
    context.response().end(new JsonObject().put("status", "UP").encodePrettily());
  }
}
