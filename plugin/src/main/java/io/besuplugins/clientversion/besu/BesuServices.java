// SPDX-License-Identifier: Apache-2.0
package io.besuplugins.clientversion.besu;

import java.util.Optional;
import org.hyperledger.besu.plugin.BesuContext;
import org.hyperledger.besu.plugin.ServiceManager;
import org.hyperledger.besu.plugin.services.BesuService;

/**
 * Finds Besu's services by type, whichever context type the release has. The context is passed as
 * {@code Object}, so that a context type that the release does not have is never loaded.
 */
@FunctionalInterface
public interface BesuServices {

  /** Looks up a service in the context. */
  Optional<? extends BesuService> lookUp(Class<? extends BesuService> type);

  /** Returns the service of this type, or empty if Besu does not offer it at this time. */
  default <T extends BesuService> Optional<T> find(final Class<T> type) {
    return lookUp(type).map(type::cast);
  }

  /** Wraps the {@code ServiceManager} of Besu 24.12.0 and newer. */
  static BesuServices ofServiceManager(final Object context) {
    return type -> ((ServiceManager) context).getService(type);
  }

  /** Wraps the {@code BesuContext} of Besu 24.4.0 to 24.10.0. */
  @SuppressWarnings("deprecation") // Besu deprecated the type in 24.12.0.
  static BesuServices ofBesuContext(final Object context) {
    return type -> ((BesuContext) context).getService(type);
  }
}
