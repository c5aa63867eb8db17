/** The node's class that plugins ask for the names of built-in methods, under Besu's name. */
package org.hyperledger.besu.ethereum.api.jsonrpc;
