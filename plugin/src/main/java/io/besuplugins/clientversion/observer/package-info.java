// SPDX-License-Identifier: Apache-2.0
/**
 * Observes calls of {@code engine_getClientVersionV1} that Besu serves, in what Besu's engine
 * methods log. The only package that knows log4j-core.
 */
package io.besuplugins.clientversion.observer;
