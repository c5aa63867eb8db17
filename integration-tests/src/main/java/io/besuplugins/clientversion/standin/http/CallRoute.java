package io.besuplugins.clientversion.standin.http;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import io.besuplugins.clientversion.standin.rpc.CallExecution;
import io.besuplugins.clientversion.standin.rpc.JsonRpcAnswer;
import io.besuplugins.clientversion.standin.rpc.StandardError;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.Json;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The last step of a port's routes, on a worker thread: runs the calls and writes the answers. A
 * batch is run call by call and answered with status 200 whatever happens in it.
 */
final class CallRoute {

  private static final Logger LOG =
      LoggerFactory.getLogger("org.hyperledger.besu.ethereum.api.handlers.JsonRpcExecutorHandler");
  private static final int LARGEST_BATCH = 1024;
  private static final ObjectMapper JSON = new ObjectMapper().registerModule(new Jdk8Module());
  private static final ObjectWriter WRITER =
      JSON.writer()
          .without(JsonGenerator.Feature.FLUSH_PASSED_TO_STREAM)
          .with(JsonGenerator.Feature.AUTO_CLOSE_TARGET);

  private final CallExecution execution;
  private final Predicate<RoutingContext> admission;

  CallRoute(final CallExecution execution, final Predicate<RoutingContext> admission) {
    this.execution = execution;
    this.admission = admission;
  }

  void serve(final RoutingContext context) {
    final HttpServerResponse response =
        context.response().putHeader("Content-Type", "application/json");
    final boolean admitted = admission.test(context);
    try {
      if (RequestBody.of(context) instanceof JsonArray batch) {
        serveBatch(batch, admitted, response);
      } else {
        send(execution.run((JsonObject) RequestBody.of(context), admitted), response);
      }
    } catch (final IOException e) {
      LOG.error("Error streaming JSON-RPC response", e);
      if (!response.ended()) {
        send500(response);
      }
    }
  }

  private void serveBatch(
      final JsonArray batch, final boolean admitted, final HttpServerResponse response)
      throws IOException {
    if (batch.size() > LARGEST_BATCH) {
      response.end(Json.encode(new JsonRpcAnswer.Failure(null, StandardError.BATCH_TOO_LARGE)));
      return;
    }
    try (ChunkedBody body = new ChunkedBody(response);
        JsonGenerator generator = JSON.getFactory().createGenerator(body)) {
      generator.writeStartArray();
      for (int i = 0; i < batch.size(); i++) {
        final JsonRpcAnswer answer =
            batch.getValue(i) instanceof JsonObject request
                ? execution.run(request, admitted)
                : new JsonRpcAnswer.Failure(null, StandardError.INVALID_REQUEST);
        if (!(answer instanceof JsonRpcAnswer.Silence)) {
          generator.writeObject(answer);
        }
      }
      generator.writeEndArray();
    }
  }

  private static void send(final JsonRpcAnswer answer, final HttpServerResponse response)
      throws IOException {
    response.setStatusCode(answer.httpStatus());
    try (ChunkedBody body = new ChunkedBody(response)) {
      if (!(answer instanceof JsonRpcAnswer.Silence)) {
        WRITER.writeValue(body, answer);
      }
    }
  }

  private static void send500(final HttpServerResponse response) {
    response.setStatusCode(500).end();
  }
}
