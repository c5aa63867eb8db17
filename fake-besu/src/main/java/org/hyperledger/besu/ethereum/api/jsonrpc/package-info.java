// SPDX-License-Identifier: Apache-2.0
/** Where a plugin asks Besu for the methods it knows. */
package org.hyperledger.besu.ethereum.api.jsonrpc;
