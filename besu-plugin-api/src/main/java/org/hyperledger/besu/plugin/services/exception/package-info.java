// SPDX-License-Identifier: Apache-2.0
/** The exception with which a plugin's JSON-RPC method answers an error. */
package org.hyperledger.besu.plugin.services.exception;
