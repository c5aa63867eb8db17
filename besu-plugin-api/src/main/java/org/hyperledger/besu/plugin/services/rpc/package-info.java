// SPDX-License-Identifier: Apache-2.0
/** Requests to a plugin's JSON-RPC method, and the errors it can answer with. */
package org.hyperledger.besu.plugin.services.rpc;
