// SPDX-License-Identifier: Apache-2.0
package io.besuplugins.fakebesu.jsonrpc;

import io.besuplugins.fakebesu.jsonrpc.JsonRpcResponse.Failure;
import io.besuplugins.fakebesu.jsonrpc.JsonRpcResponse.Success;
import io.vertx.core.Vertx;
import java.util.function.Function;
import org.slf4j.Logger;

/**
 * A built-in method of the Engine API. All of them share one worker thread. Each logs a call, with
 * its raw params, just before it is executed, and again if it fails.
 */
record EngineMethod(
    String name, Logger log, Function<Object[], Object> function, Vertx consensusThread)
    implements JsonRpcMethod {

  @Override
  public JsonRpcResponse execute(final JsonRpcRequest request) {
    return consensusThread
        .<JsonRpcResponse>executeBlocking(
            () -> {
              log.trace("execution engine JSON-RPC request {} {}", name, request.params());
              return new Success(request.id(), function.apply(request.params()));
            })
        .otherwise(failure -> logFailure(request, failure))
        .toCompletionStage()
        .toCompletableFuture()
        .join();
  }

  private JsonRpcResponse logFailure(final JsonRpcRequest request, final Throwable failure) {
    if (log.isDebugEnabled()) {
      log.atDebug()
          .setMessage("failed to exec consensus method {}")
          .addArgument(name)
          .setCause(failure)
          .log();
    } else {
      log.atError()
          .setMessage("failed to exec consensus method {}, error: {}")
          .addArgument(name)
          .addArgument(failure.getMessage())
          .log();
    }
    return new Failure(request.id(), RpcErrorType.INVALID_REQUEST);
  }
}
