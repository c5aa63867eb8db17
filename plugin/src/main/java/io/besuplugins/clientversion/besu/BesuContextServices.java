// SPDX-License-Identifier: Apache-2.0
package io.besuplugins.clientversion.besu;

import java.util.Optional;
import org.hyperledger.besu.plugin.BesuContext;
import org.hyperledger.besu.plugin.services.BesuService;

/** The services of Besu 24.4.0 to 24.10.0. */
public final class BesuContextServices extends ServicesByType {

  private final Object context;

  /** Takes a {@code BesuContext} as an object, because other releases lack that type. */
  public BesuContextServices(final Object context) {
    this.context = context;
  }

  @Override
  <T extends BesuService> Optional<T> find(final Class<T> type) {
    return ((BesuContext) context).getService(type);
  }
}
