package org.hyperledger.besu.plugin.services;

import java.util.function.Function;
import org.hyperledger.besu.plugin.services.rpc.PluginRpcRequest;

/** Lets a plugin answer JSON-RPC methods of its own. */
public interface RpcEndpointService extends BesuService {

  /**
   * Offers {@code namespace_functionName} on the ports whose APIs include the namespace.
   *
   * @param namespace letters and digits only
   * @param functionName letters and digits only
   * @param function answers a request
   * @param <T> what is sent back as the result
   */
  <T> void registerRPCEndpoint(
      String namespace, String functionName, Function<PluginRpcRequest, T> function);
}
