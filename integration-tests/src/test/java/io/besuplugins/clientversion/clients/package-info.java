// SPDX-License-Identifier: Apache-2.0
/**
 * Known consensus clients: what they send, how they parse the response, and Lodestar's own code.
 */
package io.besuplugins.clientversion.clients;
