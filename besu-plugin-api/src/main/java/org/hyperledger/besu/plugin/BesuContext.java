// SPDX-License-Identifier: Apache-2.0
package org.hyperledger.besu.plugin;

import java.util.Optional;
import org.hyperledger.besu.plugin.services.BesuService;

/** Gives a plugin Besu's services; 24.4.0 to 24.10.0. */
public interface BesuContext {

  /** Returns the service of that type, or empty if the node does not offer it (yet). */
  <T extends BesuService> Optional<T> getService(Class<T> serviceType);
}
