// SPDX-License-Identifier: Apache-2.0
package org.hyperledger.besu.plugin;

import java.util.Optional;

/** A plugin that Besu finds with {@link java.util.ServiceLoader}; 24.12.0 to 25.12.0. */
public interface BesuPlugin {

  /** The plugin's name; its class name by default. */
  default Optional<String> getName() {
    return Optional.of(getClass().getName());
  }

  /** Called before the options have values, for {@code --help} and {@code --version} too. */
  void register(ServiceManager context);

  /** Called when the options have values; the last moment at which JSON-RPC methods count. */
  default void beforeExternalServices() {}

  /** Called when the JSON-RPC servers are open. */
  void start();

  /** Called when the node stops. */
  void stop();

  /** Title and version from the manifest of the plugin's jar. */
  default String getVersion() {
    final Package jar = getClass().getPackage();
    return jar.getImplementationTitle() + "/" + jar.getImplementationVersion();
  }
}
