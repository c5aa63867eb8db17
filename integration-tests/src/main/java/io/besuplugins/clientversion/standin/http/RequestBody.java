package io.besuplugins.clientversion.standin.http;

import io.besuplugins.clientversion.standin.rpc.JsonRpcAnswer;
import io.besuplugins.clientversion.standin.rpc.StandardError;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.Json;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;

/** The body of a request: one call or a batch of them, or else the end of the matter. */
final class RequestBody {

  private static final String KEY = "body";

  private RequestBody() {}

  /** Parses the body, or answers with status 400 what is wrong with it. */
  static void parse(final RoutingContext context) {
    final Buffer buffer = context.body().buffer();
    if (buffer == null) {
      refuse(context, StandardError.PARSE_ERROR);
      return;
    }
    final Object body;
    try {
      body = Json.decodeValue(buffer);
    } catch (final DecodeException e) {
      refuse(context, StandardError.PARSE_ERROR);
      return;
    }
    if (body instanceof JsonArray batch && batch.isEmpty()) {
      refuse(context, StandardError.INVALID_REQUEST);
    } else if (body instanceof JsonObject || body instanceof JsonArray) {
      context.put(KEY, body);
      context.next();
    } else {
      refuse(context, StandardError.PARSE_ERROR);
    }
  }

  static Object of(final RoutingContext context) {
    return context.get(KEY);
  }

  private static void refuse(final RoutingContext context, final StandardError error) {
    if (!context.response().closed()) {
      context
          .response()
          .setStatusCode(400)
          .end(Json.encode(new JsonRpcAnswer.Failure(null, error)));
    }
  }
}
