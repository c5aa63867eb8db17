// SPDX-License-Identifier: Apache-2.0
package org.hyperledger.besu.plugin;

import java.util.Optional;
import org.hyperledger.besu.plugin.services.BesuService;

/** Gives a plugin Besu's services; 24.12.0 and newer. */
public interface ServiceManager {

  /** The service of that type, or empty if the node does not offer it (yet). */
  <T extends BesuService> Optional<T> getService(Class<T> serviceType);
}
