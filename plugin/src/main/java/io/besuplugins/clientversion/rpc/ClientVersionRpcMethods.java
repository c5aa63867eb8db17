// SPDX-License-Identifier: Apache-2.0
package io.besuplugins.clientversion.rpc;

import io.besuplugins.clientversion.besu.RpcEndpoints;
import io.besuplugins.clientversion.client.ConsensusClientTracker;
import java.util.function.Supplier;
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

  private final ConsensusClientTracker tracker;
  private final Supplier<PluginStatus> status;

  /**
   * @param tracker has the consensus clients
   * @param status the plugin's status at the time of a call
   */
  public ClientVersionRpcMethods(
      final ConsensusClientTracker tracker, final Supplier<PluginStatus> status) {
    this.tracker = tracker;
    this.status = status;
  }

  /** Registers the methods; Besu accepts a new namespace during {@code register()} only. */
  public void register(final RpcEndpoints rpc) {
    rpc.register(
        NAMESPACE, "consensusClients", request -> withoutParams(request, tracker::mostRecentFirst));
    rpc.register(NAMESPACE, "executionClient", request -> withoutParams(request, status));
  }

  private static <T> T withoutParams(final PluginRpcRequest request, final Supplier<T> result) {
    final Object[] params = request.getParams();
    if (params != null && params.length > 0) {
      throw new PluginRpcEndpointException(new InvalidParams("expected no parameters"));
    }
    return result.get();
  }
}
