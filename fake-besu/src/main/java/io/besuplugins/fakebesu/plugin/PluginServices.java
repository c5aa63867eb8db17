// SPDX-License-Identifier: Apache-2.0
package io.besuplugins.fakebesu.plugin;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.hyperledger.besu.plugin.services.BesuService;

/** The services that plugins can look up so far. */
public final class PluginServices {

  private final Map<Class<?>, BesuService> services = new HashMap<>();

  /** Adds a service. */
  public <T extends BesuService> void add(final Class<T> type, final T service) {
    services.put(type, service);
  }

  /** The service of that type, if there is one by now. */
  public <T extends BesuService> Optional<T> find(final Class<T> type) {
    return Optional.ofNullable(services.get(type)).map(type::cast);
  }
}
