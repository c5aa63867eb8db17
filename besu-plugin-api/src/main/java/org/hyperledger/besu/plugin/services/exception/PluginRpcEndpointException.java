package org.hyperledger.besu.plugin.services.exception;

import org.hyperledger.besu.plugin.services.rpc.RpcMethodError;

/** Makes Besu answer a call of a plugin's method with an error of the plugin's choice. */
public class PluginRpcEndpointException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient RpcMethodError rpcMethodError;

  /** From 24.4.0 on the error's code and message reach the caller as they are. */
  public PluginRpcEndpointException(final RpcMethodError rpcMethodError) {
    this.rpcMethodError = rpcMethodError;
  }

  /** The error that the caller gets. */
  public RpcMethodError getRpcMethodError() {
    return rpcMethodError;
  }
}
