package io.besuplugins.clientversion.standin.plugin;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.hyperledger.besu.plugin.services.BesuService;

/** What plugins can find by now; grows while the node starts. */
public final class Services {

  private final Map<Class<?>, BesuService> byType = new ConcurrentHashMap<>();

  /**
   * Offers a service.
   *
   * @param type the interface
   * @param service what implements it
   * @param <T> the interface
   */
  public <T extends BesuService> void add(final Class<T> type, final T service) {
    if (!type.isInterface()) {
      throw new IllegalArgumentException("Services must be Java interfaces.");
    }
    if (!type.isInstance(service)) {
      throw new IllegalArgumentException(
          "The service registered with a type must implement that type");
    }
    byType.put(type, service);
  }

  /**
   * Finds a service.
   *
   * @param type the interface
   * @param <T> the interface
   * @return the service, if it is offered
   */
  public <T extends BesuService> Optional<T> find(final Class<T> type) {
    return Optional.ofNullable(byType.get(type)).map(type::cast);
  }
}
