package io.besuplugins.clientversion.standin.rpc;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The methods of one port: the node's own and those of plugins, which may not share a name. */
public final class MethodTable {

  private final Map<String, JsonRpcMethod> methods;

  private MethodTable(final Map<String, JsonRpcMethod> methods) {
    this.methods = Map.copyOf(methods);
  }

  /**
   * Puts the methods of a port together.
   *
   * @param own the node's methods
   * @param plugins the plugins' methods
   * @return the table
   * @throws IllegalStateException if a plugin has a method that the node has, too
   */
  public static MethodTable of(
      final Map<String, JsonRpcMethod> own, final Map<String, JsonRpcMethod> plugins) {
    final List<String> both = own.keySet().stream().filter(plugins::containsKey).toList();
    if (!both.isEmpty()) {
      throw new IllegalStateException("You can not override built in methods " + both);
    }
    final Map<String, JsonRpcMethod> all = new HashMap<>(own);
    all.putAll(plugins);
    return new MethodTable(all);
  }

  Optional<JsonRpcMethod> find(final String name) {
    return Optional.ofNullable(methods.get(name));
  }
}
