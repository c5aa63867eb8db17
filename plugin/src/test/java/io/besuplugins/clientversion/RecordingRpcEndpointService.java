// SPDX-License-Identifier: Apache-2.0
package io.besuplugins.clientversion;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.hyperledger.besu.plugin.services.RpcEndpointService;
import org.hyperledger.besu.plugin.services.rpc.PluginRpcRequest;

/** Keeps the RPC methods that a plugin registers, so that a test can call them. */
public final class RecordingRpcEndpointService implements RpcEndpointService {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Map<String, Function<PluginRpcRequest, ?>> methods = new TreeMap<>();

  @Override
  public <T> void registerRPCEndpoint(
      final String namespace,
      final String functionName,
      final Function<PluginRpcRequest, T> function) {
    methods.put(namespace + "_" + functionName, function);
  }

  /** The names of the registered methods. */
  public Set<String> methods() {
    return methods.keySet();
  }

  /** Calls a method. */
  public Object call(final String method, final PluginRpcRequest request) {
    return methods.get(method).apply(request);
  }

  /** Calls a method with these parameters, and serialises its result as Besu does. */
  public String callForJson(final String method, final Object... params) {
    try {
      return JSON.writeValueAsString(call(method, () -> params));
    } catch (final JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }
}
