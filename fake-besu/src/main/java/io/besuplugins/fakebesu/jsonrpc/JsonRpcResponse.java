// SPDX-License-Identifier: Apache-2.0
package io.besuplugins.fakebesu.jsonrpc;

import org.hyperledger.besu.plugin.services.rpc.RpcMethodError;

/** The response to one request, its fields in Besu's order. */
public sealed interface JsonRpcResponse {

  /** A result that Jackson can write. */
  record Success(String jsonrpc, Object id, Object result) implements JsonRpcResponse {

    Success(final Object id, final Object result) {
      this("2.0", id, result);
    }
  }

  /** An error. */
  record Failure(String jsonrpc, Object id, Error error) implements JsonRpcResponse {

    /** An error for a request, whose id may be unknown. */
    public Failure(final Object id, final RpcMethodError error) {
      this("2.0", id, new Error(error.getCode(), error.getMessage()));
    }

    /** Code and message. */
    public record Error(int code, String message) {}
  }

  /** The response to a notification, which Besu does not execute. */
  record None() implements JsonRpcResponse {}
}
