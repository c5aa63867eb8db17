// SPDX-License-Identifier: Apache-2.0
/**
 * Comparisons of a node that has the plugin with the same node without it. The only differences
 * must be the plugin's own output.
 */
package io.besuplugins.clientversion.comparison;
