package org.hyperledger.besu.plugin.services.rpc;

/** One call of a plugin's JSON-RPC method. */
public interface PluginRpcRequest {

  /** The params as Jackson reads them, or null when the call came without. */
  Object[] getParams();
}
