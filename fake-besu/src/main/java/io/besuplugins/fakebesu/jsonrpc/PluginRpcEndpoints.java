// SPDX-License-Identifier: Apache-2.0
package io.besuplugins.fakebesu.jsonrpc;

import io.besuplugins.fakebesu.jsonrpc.JsonRpcResponse.Failure;
import io.besuplugins.fakebesu.jsonrpc.JsonRpcResponse.Success;
import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.hyperledger.besu.plugin.services.RpcEndpointService;
import org.hyperledger.besu.plugin.services.exception.PluginRpcEndpointException;
import org.hyperledger.besu.plugin.services.rpc.PluginRpcRequest;

/**
 * The methods that plugins have registered. An API covers each method whose full name begins with
 * the API's name, in any case.
 */
public final class PluginRpcEndpoints implements RpcEndpointService {

  private static final Pattern NAME = Pattern.compile("\\p{Alnum}+");

  private final Map<String, Function<PluginRpcRequest, ?>> functions = new HashMap<>();

  @Override
  public <T> void registerRPCEndpoint(
      final String namespace,
      final String functionName,
      final Function<PluginRpcRequest, T> function) {
    if (!NAME.matcher(namespace).matches() || !NAME.matcher(functionName).matches()) {
      throw new IllegalArgumentException("Namespace and function name must be alpha numeric");
    }
    functions.put(namespace + "_" + functionName, function);
  }

  /** Whether an API covers any of the methods. */
  public boolean hasNamespace(final String api) {
    return functions.keySet().stream().anyMatch(name -> covers(api, name));
  }

  Map<String, JsonRpcMethod> of(final Collection<String> apis) {
    return functions.entrySet().stream()
        .filter(entry -> apis.stream().anyMatch(api -> covers(api, entry.getKey())))
        .collect(Collectors.toMap(Map.Entry::getKey, entry -> method(entry.getValue())));
  }

  private static boolean covers(final String api, final String name) {
    return name.toUpperCase(Locale.ROOT).startsWith(api.toUpperCase(Locale.ROOT));
  }

  private static JsonRpcMethod method(final Function<PluginRpcRequest, ?> function) {
    return request -> {
      try {
        return new Success(request.id(), function.apply(request::params));
      } catch (final PluginRpcEndpointException e) {
        return new Failure(request.id(), e.getRpcMethodError());
      }
    };
  }
}
