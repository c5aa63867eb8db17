// SPDX-License-Identifier: Apache-2.0
package io.besuplugins.clientversion.besu;

import java.util.Optional;
import org.hyperledger.besu.plugin.ServiceManager;
import org.hyperledger.besu.plugin.services.BesuService;

/** The services of Besu 24.12.0 and newer. */
public final class ServiceManagerServices extends ServicesByType {

  private final Object context;

  /** Takes a {@code ServiceManager} as an object, because other releases lack that type. */
  public ServiceManagerServices(final Object context) {
    this.context = context;
  }

  @Override
  <T extends BesuService> Optional<T> find(final Class<T> type) {
    return ((ServiceManager) context).getService(type);
  }
}
