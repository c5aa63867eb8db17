// SPDX-License-Identifier: Apache-2.0
package io.besuplugins.fakebesu.jsonrpc;

import io.besuplugins.fakebesu.jsonrpc.JsonRpcResponse.Success;
import io.vertx.core.Vertx;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A built-in method of the Engine API. All of them share one worker thread and log each call, with
 * its raw params, just before it is executed.
 */
record EngineMethod(String name, Supplier<Object> result, Vertx consensusThread)
    implements JsonRpcMethod {

  private static final Logger LOG =
      LoggerFactory.getLogger(
          "org.hyperledger.besu.ethereum.api.jsonrpc.internal.methods.ExecutionEngineJsonRpcMethod");

  @Override
  public JsonRpcResponse execute(final JsonRpcRequest request) {
    return consensusThread
        .<JsonRpcResponse>executeBlocking(
            () -> {
              LOG.trace("execution engine JSON-RPC request {} {}", name, request.params());
              return new Success(request.id(), result.get());
            })
        .toCompletionStage()
        .toCompletableFuture()
        .join();
  }
}
