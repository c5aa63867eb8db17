// SPDX-License-Identifier: Apache-2.0
package org.hyperledger.besu.plugin.services;

import java.util.function.Function;
import org.hyperledger.besu.plugin.RegistrationService;
import org.hyperledger.besu.plugin.services.rpc.PluginRpcRequest;

/**
 * Adds JSON-RPC methods to the node. Proposed, in no release.
 *
 * @see <a href="https://github.com/besu-eth/besu/issues/11226">Besu issue 11226</a>
 */
public interface RpcEndpointRegistry extends RegistrationService {

  /** Adds {@code namespace_functionName}. */
  <T> void registerRPCEndpoint(
      String namespace, String functionName, Function<PluginRpcRequest, T> function);
}
