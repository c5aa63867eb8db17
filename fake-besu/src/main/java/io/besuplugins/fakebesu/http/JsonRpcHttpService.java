// SPDX-License-Identifier: Apache-2.0
package io.besuplugins.fakebesu.http;

import io.besuplugins.fakebesu.jsonrpc.JsonRpcExecutor;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.ext.web.Route;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.handler.BodyHandler;
import java.util.ArrayList;
import java.util.List;

/** Serves JSON-RPC over HTTP on ports of 127.0.0.1. */
public final class JsonRpcHttpService {

  private static final long MAX_BODY_BYTES = 128 * 1024 * 1024;

  private final Vertx vertx;
  private final List<HttpServer> servers = new ArrayList<>();

  /** Opens no port yet. */
  public JsonRpcHttpService(final Vertx vertx) {
    this.vertx = vertx;
  }

  /** Opens a port that anybody can call, and returns its number. */
  public int open(final int port, final JsonRpcExecutor executor) {
    final Router router = Router.router(vertx);
    return serve(
        router,
        calls(router),
        port,
        new JsonRpcExecutorHandler(executor, (context, method) -> true));
  }

  /** Opens a port for callers with a token, and returns its number. */
  public int open(
      final int port, final JsonRpcExecutor executor, final AuthenticationService authentication) {
    final Router router = Router.router(vertx);
    return serve(
        router,
        calls(router).handler(authentication::handle),
        port,
        new JsonRpcExecutorHandler(executor, authentication::isPermitted));
  }

  private static Route calls(final Router router) {
    router.route().handler(BodyHandler.create(false).setBodyLimit(MAX_BODY_BYTES));
    router.get("/").handler(context -> context.response().setStatusCode(201).end());
    return router.post("/");
  }

  private int serve(
      final Router router,
      final Route calls,
      final int port,
      final JsonRpcExecutorHandler handler) {
    calls.blockingHandler(handler::handle, false);
    final HttpServer server = vertx.createHttpServer().requestHandler(router);
    server.listen(port, "127.0.0.1").toCompletionStage().toCompletableFuture().join();
    servers.add(server);
    return server.actualPort();
  }

  /** Closes all ports. */
  public void close() {
    servers.forEach(server -> server.close().toCompletionStage().toCompletableFuture().join());
    servers.clear();
  }
}
