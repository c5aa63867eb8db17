// SPDX-License-Identifier: Apache-2.0
package org.hyperledger.besu.plugin;

import org.hyperledger.besu.plugin.services.BesuService;

/**
 * What a plugin is given in {@code register}. Proposed, in no release.
 *
 * @see <a href="https://github.com/besu-eth/besu/issues/11226">Besu issue 11226</a>
 */
public interface RegistrationContext {

  /**
   * Returns a service that Besu offers in this phase.
   *
   * @throws IllegalStateException if the node does not offer it, or the phase is over
   */
  <T extends RegistrationService> T getBesuService(Class<T> serviceType);

  /** Offers a service to other plugins. */
  <T extends BesuService> void registerService(Class<T> serviceType, T service);
}
