// SPDX-License-Identifier: Apache-2.0
package org.hyperledger.besu.plugin;

import java.util.Optional;
import org.hyperledger.besu.plugin.services.BesuService;

/**
 * What a plugin is given in {@code register}. Announced, in no release.
 *
 * @see <a href="https://github.com/besu-eth/besu/issues/11226">Besu issue 11226</a>
 */
public interface RegistrationContext {

  /** A service of Besu's that this phase has. */
  <T extends BesuService> T getBesuService(Class<T> serviceType);

  /** A service that another plugin has registered. */
  <T extends BesuService> Optional<T> getPluginService(Class<T> serviceType);

  /** Offers a service to other plugins. */
  <T extends BesuService> void registerService(Class<T> serviceType, T service);
}
