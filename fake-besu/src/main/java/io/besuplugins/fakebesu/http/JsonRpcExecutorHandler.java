// SPDX-License-Identifier: Apache-2.0
package io.besuplugins.fakebesu.http;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import io.besuplugins.fakebesu.jsonrpc.JsonRpcExecutor;
import io.besuplugins.fakebesu.jsonrpc.JsonRpcResponse;
import io.besuplugins.fakebesu.jsonrpc.JsonRpcResponse.Failure;
import io.besuplugins.fakebesu.jsonrpc.JsonRpcResponse.None;
import io.besuplugins.fakebesu.jsonrpc.RpcErrorType;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.Json;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.BiPredicate;

/** Executes a request or a batch, on a worker thread, and writes the response. */
record JsonRpcExecutorHandler(
    JsonRpcExecutor executor, BiPredicate<RoutingContext, String> isPermitted) {

  private static final ObjectMapper JSON = new ObjectMapper().registerModule(new Jdk8Module());

  void handle(final RoutingContext context) {
    final Object body = parse(context.body().buffer());
    if (body instanceof JsonArray batch && !batch.isEmpty()) {
      send(
          context,
          200,
          batch.stream()
              .map(item -> execute(item, context))
              .filter(response -> !(response instanceof None))
              .toList());
    } else {
      final JsonRpcResponse response =
          body == null ? new Failure(null, RpcErrorType.PARSE_ERROR) : execute(body, context);
      send(context, statusOf(response), response);
    }
  }

  private JsonRpcResponse execute(final Object request, final RoutingContext context) {
    return request instanceof JsonObject json
        ? executor.execute(json, method -> isPermitted.test(context, method))
        : new Failure(null, RpcErrorType.INVALID_REQUEST);
  }

  private static Object parse(final Buffer body) {
    try {
      return body == null ? null : Json.decodeValue(body);
    } catch (final DecodeException e) {
      return null;
    }
  }

  private static int statusOf(final JsonRpcResponse response) {
    if (!(response instanceof Failure failure)) {
      return 200;
    }
    return switch (failure.error().code()) {
      case -32700, -32600 -> 400;
      case -40100 -> 401;
      default -> 200;
    };
  }

  private static void send(final RoutingContext context, final int status, final Object response) {
    context.response().setStatusCode(status).putHeader("Content-Type", "application/json");
    try {
      context
          .response()
          .end(
              response instanceof None
                  ? Buffer.buffer()
                  : Buffer.buffer(JSON.writeValueAsBytes(response)));
    } catch (final IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
