/** What a plugin sees of a JSON-RPC request, and how it says that a request was wrong. */
package org.hyperledger.besu.plugin.services.rpc;
