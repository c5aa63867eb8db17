// SPDX-License-Identifier: Apache-2.0
package io.besuplugins.clientversion.engine;

import io.besuplugins.clientversion.besu.InvalidParams;
import io.besuplugins.clientversion.identification.ClientVersion;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.hyperledger.besu.plugin.services.RpcEndpointService;
import org.hyperledger.besu.plugin.services.exception.PluginRpcEndpointException;
import org.hyperledger.besu.plugin.services.rpc.PluginRpcRequest;

/**
 * The RPC method {@code engine_getClientVersionV1}, for nodes on which Besu does not implement it.
 * The result is an array of exactly one {@code ClientVersionV1} object, the same for every caller.
 * Source: execution-apis, {@code src/engine/identification.md}.
 */
public final class EngineGetClientVersionV1
    implements Function<PluginRpcRequest, List<ClientVersion>> {

  public static final String NAME = "engine_getClientVersionV1";

  private final List<ClientVersion> result;
  private final CallRecorder recorder;

  public EngineGetClientVersionV1(final ClientVersion besu, final CallRecorder recorder) {
    this.result = List.of(besu);
    this.recorder = recorder;
  }

  /** Registers the method, which takes effect until Besu opens its RPC servers. */
  public void register(final RpcEndpointService rpc) {
    rpc.registerRPCEndpoint("engine", "getClientVersionV1", this);
  }

  /**
   * Records the caller and returns Besu's identity.
   *
   * @throws PluginRpcEndpointException with code -32602 if the parameter cannot be a {@code
   *     ClientVersionV1}; nothing else is thrown
   */
  @Override
  public List<ClientVersion> apply(final PluginRpcRequest request) {
    final Optional<String> rejection = recorder.recordOrReject(request::getParams);
    if (rejection.isPresent()) {
      throw new PluginRpcEndpointException(new InvalidParams(rejection.get()));
    }
    return result;
  }
}
