// SPDX-License-Identifier: Apache-2.0
package io.besuplugins.clientversion.besu;

import org.hyperledger.besu.plugin.BesuContext;
import org.hyperledger.besu.plugin.services.BesuService;
import org.hyperledger.besu.plugin.services.MetricsSystem;
import org.hyperledger.besu.plugin.services.PicoCLIOptions;
import org.hyperledger.besu.plugin.services.RpcEndpointService;

/** The services of Besu 24.4.0 to 24.10.0. */
public final class BesuContextServices implements BesuServices {

  private final Object context;

  /** Takes a {@code BesuContext} as an object, because other releases lack that type. */
  public BesuContextServices(final Object context) {
    this.context = context;
  }

  @Override
  public PicoCLIOptions commandLine() {
    return find(PicoCLIOptions.class);
  }

  @Override
  public RpcEndpoints rpcEndpoints() {
    return find(RpcEndpointService.class)::registerRPCEndpoint;
  }

  @Override
  public MetricsSystem metricsSystem() {
    return find(MetricsSystem.class);
  }

  private <T extends BesuService> T find(final Class<T> type) {
    return ((BesuContext) context)
        .getService(type)
        .orElseThrow(() -> new IllegalStateException("Besu provides no " + type.getSimpleName()));
  }
}
