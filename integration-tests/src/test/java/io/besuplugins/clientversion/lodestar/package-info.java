/**
 * Lodestar 1.44.0's engine client as a process of this machine: the code of {@code
 * @lodestar/beacon-node} from npm, its siblings of 1.46.0, and the program of {@code
 * src/test/lodestar} that hosts it. Not a beacon node: nothing else of Lodestar runs.
 *
 * <p>Knows a node by its engine port and secret alone, and nothing of the plugin.
 */
package io.besuplugins.clientversion.lodestar;
