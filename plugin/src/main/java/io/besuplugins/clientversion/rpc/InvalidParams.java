// SPDX-License-Identifier: Apache-2.0
package io.besuplugins.clientversion.rpc;

import org.hyperledger.besu.plugin.services.rpc.RpcMethodError;

/** The JSON-RPC error -32602. */
final class InvalidParams implements RpcMethodError {

  private final String reason;

  /** The reason says which parameter or field is wrong and what it should be. */
  InvalidParams(final String reason) {
    this.reason = reason;
  }

  @Override
  public int getCode() {
    return -32602;
  }

  @Override
  public String getMessage() {
    return "Invalid params: " + reason;
  }
}
