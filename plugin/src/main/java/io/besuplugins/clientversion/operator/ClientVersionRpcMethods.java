// SPDX-License-Identifier: Apache-2.0
package io.besuplugins.clientversion.operator;

import io.besuplugins.clientversion.besu.InvalidParams;
import io.besuplugins.clientversion.consensus.ConsensusClientSnapshot;
import java.util.List;
import java.util.function.Supplier;
import org.hyperledger.besu.plugin.services.RpcEndpointService;
import org.hyperledger.besu.plugin.services.exception.PluginRpcEndpointException;
import org.hyperledger.besu.plugin.services.rpc.PluginRpcRequest;

/**
 * The RPC methods {@code clientversion_consensusClients} and {@code clientversion_executionClient}.
 * Besu serves them if {@code --rpc-http-api} or {@code --rpc-ws-api} contains CLIENTVERSION. The
 * namespace must begin with neither {@code engine} nor {@code eth}: Besu compares prefixes and
 * would serve it on the engine port.
 */
public final class ClientVersionRpcMethods {

  private static final String NAMESPACE = "clientversion";

  private final Supplier<List<ConsensusClientSnapshot>> consensusClients;
  private final Supplier<PluginStatus> status;

  /** The consensus clients are returned in the order in which they are supplied. */
  public ClientVersionRpcMethods(
      final Supplier<List<ConsensusClientSnapshot>> consensusClients,
      final Supplier<PluginStatus> status) {
    this.consensusClients = consensusClients;
    this.status = status;
  }

  /** Registers the methods; Besu accepts a new namespace during {@code register()} only. */
  public void register(final RpcEndpointService rpc) {
    rpc.registerRPCEndpoint(
        NAMESPACE, "consensusClients", request -> withoutParams(request, consensusClients));
    rpc.registerRPCEndpoint(
        NAMESPACE, "executionClient", request -> withoutParams(request, status));
  }

  private static <T> T withoutParams(final PluginRpcRequest request, final Supplier<T> result) {
    final Object[] params = request.getParams();
    if (params != null && params.length > 0) {
      throw new PluginRpcEndpointException(new InvalidParams("expected no parameters"));
    }
    return result.get();
  }
}
