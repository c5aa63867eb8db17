package io.besuplugins.clientversion.standin.rpc;

import io.besuplugins.clientversion.standin.release.Release;
import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.hyperledger.besu.plugin.services.RpcEndpointService;
import org.hyperledger.besu.plugin.services.rpc.PluginRpcRequest;

/**
 * The methods that plugins have registered. As in Besu a name is letters and digits only, a second
 * registration silently replaces the first, and an API admits every method whose full name begins
 * with the API's name.
 */
public final class PluginEndpoints implements RpcEndpointService {

  private static final Pattern NAME = Pattern.compile("\\p{Alnum}+");

  private final Map<String, Function<PluginRpcRequest, ?>> functions = new HashMap<>();
  private final Release release;

  /**
   * No methods yet.
   *
   * @param release the release
   */
  public PluginEndpoints(final Release release) {
    this.release = release;
  }

  @Override
  public <T> void registerRPCEndpoint(
      final String namespace,
      final String functionName,
      final Function<PluginRpcRequest, T> function) {
    if (!NAME.matcher(namespace).matches()) {
      throw new IllegalArgumentException("Namespace must be only alpha numeric");
    }
    if (!NAME.matcher(functionName).matches()) {
      throw new IllegalArgumentException("Function Name must be only alpha numeric");
    }
    functions.put(namespace + "_" + functionName, Objects.requireNonNull(function));
  }

  /**
   * Whether any method begins with an API's name, which makes the name valid on the command line.
   *
   * @param api the API's name
   * @return whether one does
   */
  public boolean knows(final String api) {
    return functions.keySet().stream().anyMatch(name -> isWithin(api, name));
  }

  /**
   * The methods that some APIs admit.
   *
   * @param apis the APIs of a port
   * @return the methods by their full names
   */
  public Map<String, JsonRpcMethod> within(final Collection<String> apis) {
    return functions.entrySet().stream()
        .filter(entry -> apis.stream().anyMatch(api -> isWithin(api, entry.getKey())))
        .collect(
            Collectors.toMap(
                Map.Entry::getKey,
                entry -> new PluginMethod(entry.getKey(), entry.getValue(), release)));
  }

  private static boolean isWithin(final String api, final String name) {
    return name.toUpperCase(Locale.ROOT).startsWith(api.toUpperCase(Locale.ROOT));
  }
}
