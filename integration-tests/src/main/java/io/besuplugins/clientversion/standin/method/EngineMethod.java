package io.besuplugins.clientversion.standin.method;

import io.besuplugins.clientversion.standin.rpc.JsonRpcAnswer;
import io.besuplugins.clientversion.standin.rpc.JsonRpcCall;
import io.besuplugins.clientversion.standin.rpc.JsonRpcMethod;
import io.besuplugins.clientversion.standin.rpc.StandardError;
import io.vertx.core.Vertx;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;
import org.slf4j.Logger;

/**
 * A method that Besu itself has in the Engine API. All of them take turns on one thread, and each
 * tells the engine's logger who is called with what before it answers: the event that a plugin can
 * listen to.
 */
final class EngineMethod implements JsonRpcMethod {

  private final String name;
  private final Supplier<Object> result;
  private final Vertx consensusThread;
  private final Logger log;

  EngineMethod(
      final String name,
      final Supplier<Object> result,
      final Vertx consensusThread,
      final Logger log) {
    this.name = name;
    this.result = result;
    this.consensusThread = consensusThread;
    this.log = log;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public JsonRpcAnswer answer(final JsonRpcCall call) {
    try {
      return consensusThread
          .executeBlocking(() -> traceAndAnswer(call), true)
          .otherwise(failure -> refuse(call, failure))
          .toCompletionStage()
          .toCompletableFuture()
          .get();
    } catch (final InterruptedException | ExecutionException e) {
      log.error("Failed to get execution engine response", e);
      return new JsonRpcAnswer.Failure(call.id(), StandardError.INTERNAL_ERROR);
    }
  }

  private JsonRpcAnswer traceAndAnswer(final JsonRpcCall call) {
    log.trace("execution engine JSON-RPC request {} {}", name, call.params());
    return new JsonRpcAnswer.Success(call.id(), result.get());
  }

  private JsonRpcAnswer refuse(final JsonRpcCall call, final Throwable failure) {
    if (log.isDebugEnabled()) {
      log.debug("failed to exec consensus method {}", name, failure);
    } else {
      log.error("failed to exec consensus method {}, error: {}", name, failure.getMessage());
    }
    return new JsonRpcAnswer.Failure(call.id(), StandardError.INVALID_REQUEST);
  }
}
