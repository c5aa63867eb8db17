// SPDX-License-Identifier: Apache-2.0
package org.hyperledger.besu.plugin.services;

import java.util.function.Function;
import org.hyperledger.besu.plugin.services.rpc.PluginRpcRequest;

/** Adds JSON-RPC methods to the node. */
public interface RpcEndpointService extends BesuService {

  /**
   * Adds {@code namespace_functionName}; Besu serialises what the function returns with Jackson.
   *
   * @throws IllegalArgumentException if one of the names is not purely alphanumeric
   */
  <T> void registerRPCEndpoint(
      String namespace, String functionName, Function<PluginRpcRequest, T> function);
}
