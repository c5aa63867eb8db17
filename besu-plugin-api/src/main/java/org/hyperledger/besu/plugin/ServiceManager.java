package org.hyperledger.besu.plugin;

import java.util.Optional;
import org.hyperledger.besu.plugin.services.BesuService;

/** Where a plugin asks for Besu's services, from 24.12.0 on. */
public interface ServiceManager {

  /** The service of that type, or empty where the node does not offer it (yet). */
  <T extends BesuService> Optional<T> getService(Class<T> serviceType);
}
