// SPDX-License-Identifier: Apache-2.0
/**
 * A fake of Besu: it does towards a plugin what Besu does, as far as a test of the plugin can tell,
 * with the libraries that Besu uses. It has no chain and no peers.
 *
 * <p>Wherever it differs from Besu in what it does, it is wrong.
 */
package io.besuplugins.fakebesu;
