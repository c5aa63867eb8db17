// SPDX-License-Identifier: Apache-2.0
/**
 * What the plugin costs a node, seen from the outside: two nodes side by side in one run, called in
 * turn. {@link io.besuplugins.clientversion.cost.NodeCosts} is the program.
 *
 * <p>May touch the devnet. Prints ratios, for the machine's speed is in both of their terms.
 */
package io.besuplugins.clientversion.cost;
