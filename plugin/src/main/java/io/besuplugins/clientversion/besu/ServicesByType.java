// SPDX-License-Identifier: Apache-2.0
package io.besuplugins.clientversion.besu;

import java.util.Optional;
import org.hyperledger.besu.plugin.services.BesuService;
import org.hyperledger.besu.plugin.services.MetricsSystem;
import org.hyperledger.besu.plugin.services.PicoCLIOptions;
import org.hyperledger.besu.plugin.services.RpcEndpointService;

/** The services of a context that finds them by type, as in all releases so far. */
abstract class ServicesByType implements BesuServices {

  /** Returns the service of that type, or empty if the node does not provide it (yet). */
  abstract <T extends BesuService> Optional<T> find(Class<T> type);

  @Override
  public final PicoCLIOptions commandLine() {
    return require(PicoCLIOptions.class);
  }

  @Override
  public final RpcEndpoints rpcEndpoints() {
    return require(RpcEndpointService.class)::registerRPCEndpoint;
  }

  @Override
  public final MetricsSystem metricsSystem() {
    return require(MetricsSystem.class);
  }

  private <T extends BesuService> T require(final Class<T> type) {
    return find(type)
        .orElseThrow(() -> new IllegalStateException("Besu provides no " + type.getSimpleName()));
  }
}
