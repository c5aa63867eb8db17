// SPDX-License-Identifier: Apache-2.0
package io.besuplugins.fakebesu.jsonrpc;

import static io.besuplugins.fakebesu.jsonrpc.RpcErrorType.INTERNAL_ERROR;
import static io.besuplugins.fakebesu.jsonrpc.RpcErrorType.INVALID_REQUEST;
import static io.besuplugins.fakebesu.jsonrpc.RpcErrorType.METHOD_NOT_ENABLED;
import static io.besuplugins.fakebesu.jsonrpc.RpcErrorType.METHOD_NOT_FOUND;
import static io.besuplugins.fakebesu.jsonrpc.RpcErrorType.UNAUTHORIZED;

import io.besuplugins.fakebesu.jsonrpc.JsonRpcResponse.Failure;
import io.vertx.core.json.JsonObject;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/** Executes requests on the methods of one port. */
public final class JsonRpcExecutor {

  private static final Logger LOG =
      LoggerFactory.getLogger(
          "org.hyperledger.besu.ethereum.api.jsonrpc.execution.JsonRpcExecutor");

  private final Map<String, JsonRpcMethod> methods;

  private JsonRpcExecutor(final Map<String, JsonRpcMethod> methods) {
    this.methods = methods;
  }

  /**
   * The methods of Besu and of plugins on one port.
   *
   * @param builtInApis the APIs whose built-in methods the port serves
   * @param pluginApis the APIs whose plugin methods the port serves
   * @throws IllegalStateException if a plugin has registered a built-in method
   */
  public static JsonRpcExecutor of(
      final BuiltInMethods builtIn,
      final Collection<String> builtInApis,
      final PluginRpcEndpoints plugins,
      final Collection<String> pluginApis) {
    final Map<String, JsonRpcMethod> methods = new HashMap<>(builtIn.of(builtInApis));
    final Map<String, JsonRpcMethod> pluginMethods = plugins.of(pluginApis);
    final List<String> overridden =
        pluginMethods.keySet().stream().filter(methods::containsKey).toList();
    if (!overridden.isEmpty()) {
      throw new IllegalStateException("You can not override built in methods " + overridden);
    }
    methods.putAll(pluginMethods);
    return new JsonRpcExecutor(methods);
  }

  /** Executes a request. Besu logs it and looks up its method before it checks the caller. */
  public JsonRpcResponse execute(final JsonObject json, final Predicate<String> isPermitted) {
    final JsonRpcRequest request;
    try {
      request = JsonRpcRequest.parse(json);
    } catch (final IllegalArgumentException e) {
      return new Failure(json.getValue("id"), INVALID_REQUEST);
    }
    if (request.isNotification()) {
      return new JsonRpcResponse.None();
    }
    final Level level = BuiltInMethods.RELEASE.tracesRequests() ? Level.TRACE : Level.DEBUG;
    if (LOG.isEnabledForLevel(level)) {
      LOG.atLevel(level)
          .log("JSON-RPC request -> {} {}", request.method(), Arrays.toString(request.params()));
    }
    final JsonRpcMethod method = methods.get(request.method());
    if (method == null) {
      return new Failure(
          request.id(),
          BuiltInMethods.exists(request.method()) ? METHOD_NOT_ENABLED : METHOD_NOT_FOUND);
    }
    if (!isPermitted.test(request.method())) {
      return new Failure(request.id(), UNAUTHORIZED);
    }
    try {
      return method.execute(request);
    } catch (final RuntimeException e) {
      LOG.error("Error processing method: {} {}", request.method(), request.params(), e);
      return new Failure(request.id(), INTERNAL_ERROR);
    }
  }
}
