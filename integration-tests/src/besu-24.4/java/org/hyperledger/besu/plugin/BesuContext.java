package org.hyperledger.besu.plugin;

import java.util.Optional;
import org.hyperledger.besu.plugin.services.BesuService;

/** What a plugin is given to find the node's services with, in releases 24.4.0 to 24.10.0. */
public interface BesuContext {

  /**
   * Offers a service to the plugins that ask later.
   *
   * @param serviceType the interface
   * @param service what implements it
   * @param <T> the interface
   */
  <T extends BesuService> void addService(Class<T> serviceType, T service);

  /**
   * Finds a service.
   *
   * @param serviceType the interface
   * @param <T> the interface
   * @return the service, if the node offers it by now
   */
  <T extends BesuService> Optional<T> getService(Class<T> serviceType);
}
