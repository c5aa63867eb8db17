// SPDX-License-Identifier: Apache-2.0
package org.hyperledger.besu.plugin;

import java.util.Optional;

/** A plugin of 24.4.0 to 24.10.0. */
public interface BesuPlugin {

  /** Returns the plugin's name. */
  default Optional<String> getName() {
    return Optional.of(getClass().getName());
  }

  /** Called before the options have values. */
  void register(BesuContext context);

  /** Called when the options have values. */
  default void beforeExternalServices() {}

  /** Called when the JSON-RPC servers are open. */
  void start();

  /** Called when the node stops. */
  void stop();
}
