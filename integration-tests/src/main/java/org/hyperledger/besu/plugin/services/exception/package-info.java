/** The one exception that Besu turns into a JSON-RPC error of the plugin's choice. */
package org.hyperledger.besu.plugin.services.exception;
