// SPDX-License-Identifier: Apache-2.0
package org.hyperledger.besu.plugin;

/**
 * What a plugin is given in {@code afterMainLoop}. Proposed, in no release.
 *
 * @see <a href="https://github.com/besu-eth/besu/issues/11226">Besu issue 11226</a>
 */
public interface RunningContext {}
