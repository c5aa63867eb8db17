package io.besuplugins.clientversion.standin.rpc;

import io.besuplugins.clientversion.standin.release.Release;
import io.besuplugins.clientversion.standin.release.Trait;
import java.util.Optional;
import java.util.function.Function;
import org.hyperledger.besu.plugin.services.exception.PluginRpcEndpointException;
import org.hyperledger.besu.plugin.services.rpc.PluginRpcRequest;
import org.hyperledger.besu.plugin.services.rpc.RpcMethodError;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A plugin's method: the exception made for it becomes the error it carries, every other one is
 * left to whoever runs the call.
 *
 * @param name the full name
 * @param function the plugin's function
 * @param release the release
 */
record PluginMethod(String name, Function<PluginRpcRequest, ?> function, Release release)
    implements JsonRpcMethod {

  private static final Logger LOG =
      LoggerFactory.getLogger(
          "org.hyperledger.besu.ethereum.api.jsonrpc.internal.methods.PluginJsonRpcMethod");

  @Override
  public JsonRpcAnswer answer(final JsonRpcCall call) {
    try {
      return new JsonRpcAnswer.Success(call.id(), function.apply(call::params));
    } catch (final PluginRpcEndpointException e) {
      LOG.debug("Error calling plugin JSON-RPC endpoint", e);
      return new JsonRpcAnswer.Failure(
          call.id(), errorOf(e.getRpcMethodError(), Optional.ofNullable(e.getData())));
    }
  }

  private JsonRpcError errorOf(final RpcMethodError error, final Optional<String> given) {
    final String message =
        given
            .flatMap(error::decodeData)
            .map(
                reason ->
                    release.has(Trait.BRACKETS_ERROR_REASONS)
                        ? error.getMessage() + " (" + reason + ")"
                        : error.getMessage() + ": " + reason)
            .orElseGet(error::getMessage);
    return new JsonRpcError(error.getCode(), message, given.orElse(null));
  }
}
