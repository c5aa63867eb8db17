// SPDX-License-Identifier: Apache-2.0
package org.hyperledger.besu.plugin;

/** A plugin that Besu finds with {@link java.util.ServiceLoader}. */
public interface BesuPlugin {

  /** Returns the plugin's name, unique within a node; up to 25.12.0 an {@code Optional<String>}. */
  default String getName() {
    return getClass().getName();
  }

  /** Called before the options have values, for {@code --help} and {@code --version} too. */
  void register(ServiceManager context);

  /** Called when the options have values; the last moment at which JSON-RPC methods count. */
  default void beforeExternalServices() {}

  /** Called when the JSON-RPC servers are open. */
  void start();

  /** Called when the node stops; never from 24.6.0 to 24.9.1. */
  void stop();
}
