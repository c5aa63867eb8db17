// SPDX-License-Identifier: Apache-2.0
/**
 * The error that the plugin's JSON-RPC methods return.
 *
 * <p>May depend on Besu's plugin API only.
 */
package io.besuplugins.clientversion.jsonrpc;
