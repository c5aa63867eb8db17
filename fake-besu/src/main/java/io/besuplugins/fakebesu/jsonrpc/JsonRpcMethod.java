// SPDX-License-Identifier: Apache-2.0
package io.besuplugins.fakebesu.jsonrpc;

/** A JSON-RPC method. */
@FunctionalInterface
interface JsonRpcMethod {

  /** Executes a request, on a worker thread. */
  JsonRpcResponse execute(JsonRpcRequest request);
}
