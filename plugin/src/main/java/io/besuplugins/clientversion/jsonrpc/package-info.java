/**
 * The one error that the plugin's JSON-RPC methods answer with.
 *
 * <p>May touch Besu's API and nothing else of the plugin.
 */
package io.besuplugins.clientversion.jsonrpc;
