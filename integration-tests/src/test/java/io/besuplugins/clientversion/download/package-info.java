// SPDX-License-Identifier: Apache-2.0
/**
 * How {@code -Pbesu -Dbesu.version=} gets a release of Besu. May depend on the devnet, to run what
 * was downloaded.
 */
package io.besuplugins.clientversion.download;
