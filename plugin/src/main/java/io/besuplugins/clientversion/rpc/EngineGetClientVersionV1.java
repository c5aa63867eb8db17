// SPDX-License-Identifier: Apache-2.0
package io.besuplugins.clientversion.rpc;

import io.besuplugins.clientversion.besu.RpcEndpoints;
import io.besuplugins.clientversion.client.ClientVersion;
import io.besuplugins.clientversion.client.ClientVersionParser;
import io.besuplugins.clientversion.client.ConsensusClientTracker;
import io.besuplugins.clientversion.client.InvalidClientVersionException;
import java.util.List;
import org.hyperledger.besu.plugin.services.exception.PluginRpcEndpointException;
import org.hyperledger.besu.plugin.services.rpc.PluginRpcRequest;

/**
 * The RPC method {@code engine_getClientVersionV1}, for nodes on which Besu does not implement it.
 * The result is an array of exactly one {@code ClientVersionV1} object, the same for every caller.
 * Source: execution-apis, {@code src/engine/identification.md}.
 */
public final class EngineGetClientVersionV1 {

  private final List<ClientVersion> result;
  private final ConsensusClientTracker tracker;

  /**
   * @param besu the identity that callers receive
   * @param tracker records the callers
   */
  public EngineGetClientVersionV1(final ClientVersion besu, final ConsensusClientTracker tracker) {
    this.result = List.of(besu);
    this.tracker = tracker;
  }

  /** Registers the method; must be called before Besu starts its RPC servers. */
  public void register(final RpcEndpoints rpc) {
    rpc.register("engine", "getClientVersionV1", this::execute);
  }

  /**
   * Records the caller and returns Besu's identity.
   *
   * @throws PluginRpcEndpointException with code -32602 if the parameter cannot be a {@code
   *     ClientVersionV1}; nothing else is thrown
   */
  public List<ClientVersion> execute(final PluginRpcRequest request) {
    try {
      ClientVersionParser.parse(request.getParams())
          .ifPresentOrElse(
              tracker::recordCall, () -> tracker.recordUnidentifiedCall("no ClientVersionV1"));
    } catch (final InvalidClientVersionException e) {
      tracker.recordRejectedCall(e.getMessage());
      throw new PluginRpcEndpointException(new InvalidParams(e.getMessage()));
    } catch (final Throwable e) {
      tracker.recordFailure(e);
    }
    return result;
  }
}
