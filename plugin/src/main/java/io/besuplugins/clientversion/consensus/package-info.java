// SPDX-License-Identifier: Apache-2.0
/**
 * The consensus clients that have called this node: which one is current, which ones called before,
 * and which changes are worth reporting.
 *
 * <p>May depend on {@code identification}, the JDK and Jackson's annotations; not on Besu or
 * logging.
 */
package io.besuplugins.clientversion.consensus;
