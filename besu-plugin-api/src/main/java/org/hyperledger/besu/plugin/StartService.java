// SPDX-License-Identifier: Apache-2.0
package org.hyperledger.besu.plugin;

import org.hyperledger.besu.plugin.services.BesuService;

/**
 * Marks the services that a {@code StartContext} offers. Proposed, in no release.
 *
 * @see <a href="https://github.com/besu-eth/besu/issues/11226">Besu issue 11226</a>
 */
public interface StartService extends BesuService {}
