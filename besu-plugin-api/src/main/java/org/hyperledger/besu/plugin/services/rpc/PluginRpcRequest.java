// SPDX-License-Identifier: Apache-2.0
package org.hyperledger.besu.plugin.services.rpc;

/** A call of a plugin's JSON-RPC method. */
public interface PluginRpcRequest {

  /** The params as Jackson reads them, or null if the call has none. */
  Object[] getParams();
}
