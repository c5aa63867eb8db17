// SPDX-License-Identifier: Apache-2.0
package io.besuplugins.fakebesu.http;

import io.besuplugins.fakebesu.jsonrpc.JsonRpcExecutor;
import io.vertx.core.Vertx;
import io.vertx.ext.web.Route;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.handler.BodyHandler;
import java.io.IOException;
import java.nio.file.Path;

/** Serves JSON-RPC over HTTP on one port of 127.0.0.1. */
public final class JsonRpcHttpService {

  private static final long MAX_BODY_BYTES = 128 * 1024 * 1024;

  private final Vertx vertx;

  /** Opens no port yet. */
  public JsonRpcHttpService(final Vertx vertx) {
    this.vertx = vertx;
  }

  /** Opens a port that anybody can call. */
  public void open(final int port, final JsonRpcExecutor executor) {
    final Router router = Router.router(vertx);
    serve(router, calls(router), port, new JsonRpcExecutorHandler(executor, context -> true));
  }

  /** Opens a port for callers with a JWT that is signed with the secret in a file. */
  public void openEngine(final int port, final JsonRpcExecutor executor, final Path secret)
      throws IOException {
    final EngineAuthService authentication = new EngineAuthService(vertx, secret);
    final Router router = Router.router(vertx);
    serve(
        router,
        calls(router).handler(authentication::handle),
        port,
        new JsonRpcExecutorHandler(executor, EngineAuthService::isAuthenticated));
  }

  private static Route calls(final Router router) {
    router.route().handler(BodyHandler.create(false).setBodyLimit(MAX_BODY_BYTES));
    router.get("/").handler(context -> context.response().setStatusCode(201).end());
    return router.post("/");
  }

  private void serve(
      final Router router,
      final Route calls,
      final int port,
      final JsonRpcExecutorHandler handler) {
    calls.blockingHandler(handler::handle, false);
    vertx
        .createHttpServer()
        .requestHandler(router)
        .listen(port, "127.0.0.1")
        .toCompletionStage()
        .toCompletableFuture()
        .join();
  }
}
