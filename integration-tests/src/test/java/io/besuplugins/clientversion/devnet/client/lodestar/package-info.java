// SPDX-License-Identifier: Apache-2.0
/**
 * The engine client of Lodestar 1.44.0, run by Node.js: the code of {@code @lodestar/beacon-node}
 * and its dependencies of 1.46.0 from npm, hosted by the program in {@code src/test/lodestar}. It
 * is not a beacon node; no other part of Lodestar runs.
 *
 * <p>May depend on {@code rpc} and {@code process}.
 */
package io.besuplugins.clientversion.devnet.client.lodestar;
