/** What passes between Besu's JSON-RPC servers and a plugin's method. */
package org.hyperledger.besu.plugin.services.rpc;
