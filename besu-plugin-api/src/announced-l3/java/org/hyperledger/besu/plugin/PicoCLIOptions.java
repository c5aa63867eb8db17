// SPDX-License-Identifier: Apache-2.0
package org.hyperledger.besu.plugin;

/**
 * The new place of {@link org.hyperledger.besu.plugin.services.PicoCLIOptions}. Announced, in no
 * release.
 *
 * @see <a href="https://github.com/besu-eth/besu/issues/10918">Besu issue 10918</a>
 */
public interface PicoCLIOptions {

  /** Adds the picocli options of an object. */
  void addPicoCLIOptions(String namespace, Object optionObject);
}
