// SPDX-License-Identifier: Apache-2.0
/**
 * Consensus clients: the {@code ClientVersionV1} that a caller sends, and the record of all calls.
 */
package io.besuplugins.clientversion.client;
