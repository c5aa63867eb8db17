// SPDX-License-Identifier: Apache-2.0
/**
 * Consensus clients as far as {@code engine_getClientVersionV1} is concerned. May depend on {@code
 * node}, {@code rpc} and {@code process}.
 */
package io.besuplugins.clientversion.dsl.client;
