// SPDX-License-Identifier: Apache-2.0
package org.hyperledger.besu.plugin;

import org.hyperledger.besu.plugin.services.PicoCLIOptions;

/**
 * A plugin that declares its options before the command line is parsed. Announced, in no release.
 *
 * @see <a href="https://github.com/besu-eth/besu/issues/11223">Besu issue 11223</a>
 * @see <a href="https://github.com/besu-eth/besu/pull/11282">Besu pull request 11282</a>
 */
public interface BesuPlugin {

  /** The plugin's name; its class name by default. */
  default String getName() {
    return getClass().getName();
  }

  /** Called first, and alone for {@code --help} and {@code --version}; no service is there yet. */
  default void defineOptions(final PicoCLIOptions options) {}

  /** Called when the options have values; the last moment at which JSON-RPC methods count. */
  void register(ServiceManager context);

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
