// SPDX-License-Identifier: Apache-2.0
/**
 * Observes calls of {@code engine_getClientVersionV1} that Besu answers, in the events that Besu's
 * engine methods log.
 *
 * <p>The only package that may depend on log4j-core; depends on nothing else of the plugin.
 */
package io.besuplugins.clientversion.observer;
