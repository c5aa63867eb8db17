// SPDX-License-Identifier: Apache-2.0
/**
 * Consensus clients as far as {@code engine_getClientVersionV1} is concerned: what they send, and
 * how they parse the response. May depend on {@code node} and {@code rpc}.
 */
package io.besuplugins.clientversion.devnet.client;
