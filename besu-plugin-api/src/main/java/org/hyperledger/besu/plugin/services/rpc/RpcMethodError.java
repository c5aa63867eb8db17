// SPDX-License-Identifier: Apache-2.0
package org.hyperledger.besu.plugin.services.rpc;

/** A JSON-RPC error that a plugin's method answers with. */
public interface RpcMethodError {

  /** The JSON-RPC error code, such as -32602. */
  int getCode();

  /** The JSON-RPC error message. */
  String getMessage();
}
