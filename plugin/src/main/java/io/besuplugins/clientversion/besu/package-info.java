// SPDX-License-Identifier: Apache-2.0
/**
 * What the plugin knows of Besu and its releases: services, command line, identity, and whether
 * Besu implements {@code engine_getClientVersionV1} on this network.
 */
package io.besuplugins.clientversion.besu;
