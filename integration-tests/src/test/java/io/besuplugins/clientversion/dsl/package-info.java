// SPDX-License-Identifier: Apache-2.0
/**
 * Nodes that test classes share. The packages below start nodes, talk JSON-RPC to them, play
 * consensus clients and read metrics.
 */
package io.besuplugins.clientversion.dsl;
