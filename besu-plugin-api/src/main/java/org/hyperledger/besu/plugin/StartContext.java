// SPDX-License-Identifier: Apache-2.0
package org.hyperledger.besu.plugin;

import java.util.Optional;
import org.hyperledger.besu.plugin.services.BesuService;

/**
 * What a plugin is given in {@code start}. Proposed, in no release.
 *
 * @see <a href="https://github.com/besu-eth/besu/issues/11226">Besu issue 11226</a>
 */
public interface StartContext {

  /**
   * Returns a service that Besu offers in this phase.
   *
   * @throws IllegalStateException if the node does not offer it, or the phase is over
   */
  <T extends StartService> T getBesuService(Class<T> serviceType);

  /** Returns a service that another plugin has registered. */
  <T extends BesuService> Optional<T> getPluginService(Class<T> serviceType);
}
