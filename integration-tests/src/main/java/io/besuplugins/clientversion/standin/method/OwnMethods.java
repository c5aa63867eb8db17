package io.besuplugins.clientversion.standin.method;

import io.besuplugins.clientversion.standin.genesis.Genesis;
import io.besuplugins.clientversion.standin.release.ClientName;
import io.besuplugins.clientversion.standin.release.Release;
import io.besuplugins.clientversion.standin.rpc.JsonRpcMethod;
import io.vertx.core.Vertx;
import java.math.BigInteger;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The node's own methods, by API, as Besu hands them to its ports. */
public final class OwnMethods {

  private final Release release;
  private final Genesis genesis;
  private final BigInteger networkId;
  private final Vertx consensusThread;

  /**
   * The methods of a node.
   *
   * @param release the release
   * @param genesis the network
   * @param networkId the network's id
   * @param consensusThread has one worker, on which the Engine API's methods take turns
   */
  public OwnMethods(
      final Release release,
      final Genesis genesis,
      final BigInteger networkId,
      final Vertx consensusThread) {
    this.release = release;
    this.genesis = genesis;
    this.networkId = networkId;
    this.consensusThread = consensusThread;
  }

  /**
   * The methods of a port.
   *
   * @param apis the port's APIs; only upper-case names are the node's own
   * @return the methods by their full names
   */
  public Map<String, JsonRpcMethod> within(final Collection<String> apis) {
    return Stream.concat(modules(apis), apis.stream().distinct().flatMap(this::ofApi))
        .collect(Collectors.toMap(JsonRpcMethod::name, Function.identity()));
  }

  private static Stream<JsonRpcMethod> modules(final Collection<String> apis) {
    if (apis.isEmpty()) {
      return Stream.empty();
    }
    final Map<String, String> versions =
        apis.stream()
            .map(api -> api.toLowerCase(Locale.ROOT))
            .collect(Collectors.toMap(Function.identity(), api -> "1.0"));
    return Stream.of(new SimpleMethod("rpc_modules", versions));
  }

  private Stream<JsonRpcMethod> ofApi(final String api) {
    return switch (api) {
      case "ADMIN" -> Stream.of(new ChangeLogLevel(release));
      case "ENGINE" -> new EngineMethods(release, genesis, consensusThread).all().stream();
      case "ETH" ->
          Stream.of(
              new SimpleMethod("eth_chainId", "0x" + genesis.chainId().toString(16)),
              new SimpleMethod("eth_blockNumber", "0x0"));
      case "NET" -> Stream.of(new SimpleMethod("net_version", networkId.toString()));
      case "WEB3" ->
          Stream.of(new SimpleMethod("web3_clientVersion", ClientName.of(release.version())));
      default -> List.<JsonRpcMethod>of().stream();
    };
  }
}
