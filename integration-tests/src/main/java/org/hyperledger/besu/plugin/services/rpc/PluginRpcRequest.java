package org.hyperledger.besu.plugin.services.rpc;

/** A JSON-RPC request to a method of a plugin. */
public interface PluginRpcRequest {

  /**
   * The request's params as Jackson reads them.
   *
   * @return the params, or null when the request has none
   */
  Object[] getParams();
}
