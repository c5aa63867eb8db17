// SPDX-License-Identifier: Apache-2.0
package org.hyperledger.besu.plugin.services;

/** Adds options to Besu's command line. */
public interface PicoCLIOptions extends BesuService {

  /**
   * Adds the picocli options of an object.
   *
   * @throws RuntimeException if an option's name does not begin with {@code --plugin-} and the
   *     namespace
   */
  void addPicoCLIOptions(String namespace, Object optionObject);
}
