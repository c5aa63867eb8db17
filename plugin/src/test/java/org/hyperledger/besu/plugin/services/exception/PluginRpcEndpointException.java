package org.hyperledger.besu.plugin.services.exception;

import org.hyperledger.besu.plugin.services.rpc.RpcMethodError;

/**
 * Besu's exception with what it does, keeping the error, which the signature that the plugin is
 * compiled against does not. Stands before that one on the tests' class path.
 */
public class PluginRpcEndpointException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient RpcMethodError error;

  /** Its message is the error's. */
  public PluginRpcEndpointException(final RpcMethodError error) {
    super(error.getMessage());
    this.error = error;
  }

  /** What the caller is answered with. */
  public RpcMethodError getRpcMethodError() {
    return error;
  }
}
