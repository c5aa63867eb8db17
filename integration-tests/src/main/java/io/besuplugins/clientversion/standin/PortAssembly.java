package io.besuplugins.clientversion.standin;

import io.besuplugins.clientversion.standin.cli.EngineOptions;
import io.besuplugins.clientversion.standin.cli.HttpOptions;
import io.besuplugins.clientversion.standin.cli.NetworkOptions;
import io.besuplugins.clientversion.standin.genesis.Genesis;
import io.besuplugins.clientversion.standin.http.EngineSecret;
import io.besuplugins.clientversion.standin.http.EngineTokens;
import io.besuplugins.clientversion.standin.http.RpcPort;
import io.besuplugins.clientversion.standin.http.RpcPortOptions;
import io.besuplugins.clientversion.standin.method.OwnMethods;
import io.besuplugins.clientversion.standin.metrics.Categories;
import io.besuplugins.clientversion.standin.metrics.MetricsPort;
import io.besuplugins.clientversion.standin.release.Release;
import io.besuplugins.clientversion.standin.release.Trait;
import io.besuplugins.clientversion.standin.rpc.CallExecution;
import io.besuplugins.clientversion.standin.rpc.MethodTable;
import io.besuplugins.clientversion.standin.rpc.PluginEndpoints;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Puts together what each port serves, after plugins have had their last chance to register. */
final class PortAssembly {

  private static final List<String> ENGINE_APIS = List.of("ENGINE", "ETH");
  private static final long MEGABYTE = 1024 * 1024;

  private final Release release;
  private final NetworkOptions network;
  private final PluginEndpoints endpoints;
  private final Categories categories;

  PortAssembly(
      final Release release,
      final NetworkOptions network,
      final PluginEndpoints endpoints,
      final Categories categories) {
    this.release = release;
    this.network = network;
    this.endpoints = endpoints;
    this.categories = categories;
  }

  Ports assemble(final PortPlan plan, final Genesis genesis) {
    final Vertx vertx = Vertx.vertx();
    final Vertx consensusThread = Vertx.vertx(new VertxOptions().setWorkerPoolSize(1));
    final OwnMethods own = new OwnMethods(release, genesis, network.networkId(), consensusThread);
    final Optional<RpcPort> http =
        plan.http().isEnabled() ? Optional.of(http(plan.http(), own, vertx)) : Optional.empty();
    final Optional<RpcPort> engine =
        plan.opensEngine()
            ? Optional.of(engine(plan.http().host(), plan.engine(), own, vertx))
            : Optional.empty();
    final Optional<MetricsPort> metrics =
        plan.metrics().isEnabled()
            ? Optional.of(
                new MetricsPort(
                    vertx,
                    plan.metrics().host(),
                    plan.metrics().port(),
                    plan.http().allowlist(),
                    categories.enabledNames(plan.metrics().categories())))
            : Optional.empty();
    return new Ports(http, engine, metrics, List.of(vertx, consensusThread));
  }

  /** Besu looks up its own methods without the engine's, but plugins' methods with them. */
  private RpcPort http(final HttpOptions options, final OwnMethods own, final Vertx vertx) {
    final List<String> ownApis =
        options.apis().stream()
            .filter(api -> !api.toLowerCase(Locale.ROOT).startsWith("engine"))
            .toList();
    final MethodTable methods =
        MethodTable.of(own.within(ownApis), endpoints.within(options.apis()));
    return new RpcPort(
        vertx,
        new RpcPortOptions(
            "JsonRpcHttpService",
            options.host(),
            options.port(),
            options.allowlist(),
            (release.has(Trait.TAKES_LARGE_HTTP_REQUESTS) ? 128 : 5) * MEGABYTE,
            true,
            network.dataPath()),
        Optional.empty(),
        new CallExecution(methods, release));
  }

  private RpcPort engine(
      final String host, final EngineOptions options, final OwnMethods own, final Vertx vertx) {
    final MethodTable methods =
        MethodTable.of(own.within(ENGINE_APIS), endpoints.within(ENGINE_APIS));
    return new RpcPort(
        vertx,
        new RpcPortOptions(
            "EngineJsonRpcService",
            host,
            options.port(),
            options.allowlist(),
            128 * MEGABYTE,
            release.has(Trait.COMPRESSES_ENGINE_ANSWERS),
            network.dataPath()),
        options.isWithoutTokens()
            ? Optional.empty()
            : Optional.of(new EngineTokens(vertx, secret(options))),
        new CallExecution(methods, release));
  }

  private byte[] secret(final EngineOptions options) {
    return options
        .secret()
        .map(EngineSecret::read)
        .orElseGet(() -> EngineSecret.ephemeral(network.dataPath()));
  }
}
