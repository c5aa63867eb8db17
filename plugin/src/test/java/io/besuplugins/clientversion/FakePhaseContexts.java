// SPDX-License-Identifier: Apache-2.0
package io.besuplugins.clientversion;

import java.util.Optional;
import java.util.function.Function;
import org.hyperledger.besu.plugin.RegistrationContext;
import org.hyperledger.besu.plugin.RegistrationService;
import org.hyperledger.besu.plugin.StartContext;
import org.hyperledger.besu.plugin.StartService;
import org.hyperledger.besu.plugin.services.BesuService;
import org.hyperledger.besu.plugin.services.RpcEndpointRegistry;
import org.hyperledger.besu.plugin.services.rpc.PluginRpcRequest;

/** The contexts of Besu's proposed lifecycle, each of which provides the services of its phase. */
public final class FakePhaseContexts {

  private FakePhaseContexts() {}

  public static RegistrationContext registration(final FakeBesuServices besu) {
    return new RegistrationContext() {
      @Override
      public <T extends RegistrationService> T getBesuService(final Class<T> type) {
        return provide(type, new FakeRpcEndpointRegistry(besu.rpc));
      }

      @Override
      public <T extends BesuService> void registerService(final Class<T> type, final T service) {
        throw new UnsupportedOperationException();
      }
    };
  }

  public static StartContext start(final FakeBesuServices besu) {
    return new StartContext() {
      @Override
      public <T extends StartService> T getBesuService(final Class<T> type) {
        return provide(type, besu.metrics);
      }

      @Override
      public <T extends BesuService> Optional<T> getPluginService(final Class<T> type) {
        return Optional.empty();
      }
    };
  }

  /** Unchecked, because {@code MetricsSystem} is no {@code StartService} in any release. */
  @SuppressWarnings("unchecked")
  private static <T> T provide(final Class<?> type, final Object service) {
    if (!type.isInstance(service)) {
      throw new IllegalStateException("not in this phase: " + type);
    }
    return (T) service;
  }

  private record FakeRpcEndpointRegistry(RecordingRpcEndpointService rpc)
      implements RpcEndpointRegistry {
    @Override
    public <T> void registerRPCEndpoint(
        final String namespace,
        final String functionName,
        final Function<PluginRpcRequest, T> function) {
      rpc.registerRPCEndpoint(namespace, functionName, function);
    }
  }
}
