// SPDX-License-Identifier: Apache-2.0
package io.besuplugins.clientversion.besu;

import java.util.function.Function;
import org.hyperledger.besu.plugin.services.rpc.PluginRpcRequest;

/** Adds JSON-RPC methods to the node. */
@FunctionalInterface
public interface RpcEndpoints {

  /**
   * Adds {@code namespace_name}.
   *
   * @param method returns what Jackson can serialize, or throws a {@code
   *     PluginRpcEndpointException}
   */
  <T> void register(String namespace, String name, Function<PluginRpcRequest, T> method);
}
