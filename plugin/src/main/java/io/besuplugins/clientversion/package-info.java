// SPDX-License-Identifier: Apache-2.0
/**
 * The plugin class that Besu loads, and the wiring of the plugin's parts.
 *
 * <p>Data flows one way: a call is received ({@code rpc}, {@code observer}), parsed and recorded
 * ({@code client}), and shown to the operator ({@code monitoring}, {@code rpc}). {@code besu} knows
 * what differs among Besu's releases.
 */
package io.besuplugins.clientversion;
