// SPDX-License-Identifier: Apache-2.0
package io.besuplugins.clientversion.besu;

import java.util.Optional;
import java.util.function.Supplier;
import org.hyperledger.besu.plugin.BesuContext;
import org.hyperledger.besu.plugin.RegistrationContext;
import org.hyperledger.besu.plugin.ServiceManager;
import org.hyperledger.besu.plugin.StartContext;
import org.hyperledger.besu.plugin.services.BesuService;
import org.hyperledger.besu.plugin.services.MetricsSystem;
import org.hyperledger.besu.plugin.services.PicoCLIOptions;
import org.hyperledger.besu.plugin.services.RpcEndpointRegistry;
import org.hyperledger.besu.plugin.services.RpcEndpointService;

/**
 * The services of Besu that the plugin uses, found in the context that Besu passes to it. No
 * release has all types of contexts.
 *
 * <p>Each getter throws an {@link IllegalStateException} if the context does not provide the
 * service, and a {@link LinkageError} if the release has no such service.
 */
@SuppressWarnings("overloads") // Each release passes one of these contexts.
public final class BesuServices {

  private final Supplier<PicoCLIOptions> commandLine;
  private final Supplier<RpcEndpoints> rpcEndpoints;
  private final Supplier<MetricsSystem> metricsSystem;

  private BesuServices(
      final Supplier<PicoCLIOptions> commandLine,
      final Supplier<RpcEndpoints> rpcEndpoints,
      final Supplier<MetricsSystem> metricsSystem) {
    this.commandLine = commandLine;
    this.rpcEndpoints = rpcEndpoints;
    this.metricsSystem = metricsSystem;
  }

  /** Finds the services of Besu 24.4.0 to 24.10.0. */
  public static BesuServices in(final BesuContext context) {
    return byType(context::getService);
  }

  /** Finds the services of Besu 24.12.0 and newer. */
  public static BesuServices in(final ServiceManager context) {
    return byType(context::getService);
  }

  /** Finds the services that Besu's issue 11226 proposes for {@code register()}. */
  public static BesuServices in(final RegistrationContext context) {
    return new BesuServices(
        missing(PicoCLIOptions.class),
        () -> context.getBesuService(RpcEndpointRegistry.class)::registerRPCEndpoint,
        missing(MetricsSystem.class));
  }

  /** Finds the services that Besu's issue 11226 proposes for {@code start()}. */
  @SuppressWarnings({"rawtypes", "unchecked"}) // There, MetricsSystem extends StartService.
  public static BesuServices in(final StartContext context) {
    return new BesuServices(
        missing(PicoCLIOptions.class),
        missing(RpcEndpointRegistry.class),
        () -> (MetricsSystem) context.getBesuService((Class) MetricsSystem.class));
  }

  /** Returns what adds options to Besu's command line. */
  public PicoCLIOptions commandLine() {
    return commandLine.get();
  }

  /** Returns what adds JSON-RPC methods. */
  public RpcEndpoints rpcEndpoints() {
    return rpcEndpoints.get();
  }

  /** Returns Besu's metrics system, which exists from {@code start()} on. */
  public MetricsSystem metricsSystem() {
    return metricsSystem.get();
  }

  private static BesuServices byType(final ServiceFinder context) {
    return new BesuServices(
        () -> context.require(PicoCLIOptions.class),
        () -> context.require(RpcEndpointService.class)::registerRPCEndpoint,
        () -> context.require(MetricsSystem.class));
  }

  private static <T> Supplier<T> missing(final Class<?> type) {
    return () -> {
      throw new IllegalStateException("Besu provides no " + type.getSimpleName());
    };
  }

  /** The method that the contexts of all releases so far have in common. */
  @FunctionalInterface
  private interface ServiceFinder {

    <T extends BesuService> Optional<T> find(Class<T> type);

    default <T extends BesuService> T require(final Class<T> type) {
      return find(type).orElseGet(missing(type));
    }
  }
}
