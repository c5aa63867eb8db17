package org.hyperledger.besu.plugin.services.exception;

import org.hyperledger.besu.plugin.services.rpc.RpcMethodError;

/**
 * Thrown by a plugin's JSON-RPC method to answer with an error, in the shape of 24.4.0 and later.
 */
public class PluginRpcEndpointException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient RpcMethodError rpcMethodError;
  private final String data;

  /**
   * An error without data.
   *
   * @param rpcMethodError code and message
   */
  public PluginRpcEndpointException(final RpcMethodError rpcMethodError) {
    this(rpcMethodError, null);
  }

  /**
   * An error with data.
   *
   * @param rpcMethodError code and message
   * @param data the data, or null
   */
  public PluginRpcEndpointException(final RpcMethodError rpcMethodError, final String data) {
    this(rpcMethodError, data, null);
  }

  /**
   * An error with data and a cause.
   *
   * @param rpcMethodError code and message
   * @param data the data, or null
   * @param cause the cause, or null
   */
  public PluginRpcEndpointException(
      final RpcMethodError rpcMethodError, final String data, final Throwable cause) {
    super(rpcMethodError.getMessage(), cause);
    this.rpcMethodError = rpcMethodError;
    this.data = data;
  }

  /**
   * Code and message of the error.
   *
   * @return the error
   */
  public RpcMethodError getRpcMethodError() {
    return rpcMethodError;
  }

  /**
   * The error's data.
   *
   * @return the data, or null
   */
  public String getData() {
    return data;
  }
}
