// SPDX-License-Identifier: Apache-2.0
/**
 * The engine client of Lodestar 1.44.0 from npm, run by Node.js. It is not a beacon node; no other
 * part of Lodestar runs.
 */
package io.besuplugins.clientversion.dsl.client.lodestar;
