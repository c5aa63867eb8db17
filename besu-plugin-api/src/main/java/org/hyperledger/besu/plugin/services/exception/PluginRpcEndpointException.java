// SPDX-License-Identifier: Apache-2.0
package org.hyperledger.besu.plugin.services.exception;

import org.hyperledger.besu.plugin.services.rpc.RpcMethodError;

/** Makes Besu answer a call of a plugin's JSON-RPC method with an error that the plugin chooses. */
public class PluginRpcEndpointException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient RpcMethodError rpcMethodError;

  /** Code and message of the error reach the caller unchanged. */
  public PluginRpcEndpointException(final RpcMethodError rpcMethodError) {
    super(rpcMethodError.getMessage());
    this.rpcMethodError = rpcMethodError;
  }

  /** The error that the caller gets. */
  public RpcMethodError getRpcMethodError() {
    return rpcMethodError;
  }
}
