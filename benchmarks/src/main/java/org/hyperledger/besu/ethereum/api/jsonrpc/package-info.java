// SPDX-License-Identifier: Apache-2.0
/** A stand-in for a class of Besu. */
package org.hyperledger.besu.ethereum.api.jsonrpc;
