// SPDX-License-Identifier: Apache-2.0
/**
 * Starts fake and installed Besu nodes with the built jar in their plugins directory. A node is
 * known from the outside only: by its command line, its ports and its log.
 *
 * <p>May depend on {@code rpc} and {@code process}.
 */
package io.besuplugins.clientversion.dsl.node;
