// SPDX-License-Identifier: Apache-2.0
/**
 * What the operator of the node sees of the plugin: log lines, metrics and RPC methods.
 *
 * <p>May depend on {@code identification}, {@code consensus}, {@code besu}, Besu's plugin API,
 * Jackson's annotations and slf4j.
 */
package io.besuplugins.clientversion.operator;
