// SPDX-License-Identifier: Apache-2.0
package io.besuplugins.clientversion.besu;

import org.hyperledger.besu.plugin.RegistrationContext;
import org.hyperledger.besu.plugin.services.RpcEndpointRegistry;

/** The services of the proposed {@code register(RegistrationContext)}. */
public final class RegistrationContextServices implements BesuServices {

  private final Object context;

  /** Takes a {@code RegistrationContext} as an object, because no release has that type yet. */
  public RegistrationContextServices(final Object context) {
    this.context = context;
  }

  @Override
  public RpcEndpoints rpcEndpoints() {
    return ((RegistrationContext) context).getBesuService(RpcEndpointRegistry.class)
        ::registerRPCEndpoint;
  }
}
