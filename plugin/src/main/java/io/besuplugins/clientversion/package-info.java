// SPDX-License-Identifier: Apache-2.0
/**
 * The plugin class and the wiring of the plugin along Besu's lifecycle.
 *
 * <p>Data flows one way: an engine call is received ({@code engine}, {@code observer}), parsed
 * ({@code identification}), tracked ({@code consensus}) and shown to the operator ({@code
 * operator}); Besu's build metadata becomes its identity ({@code besu}) and the method's result
 * ({@code engine}). May depend on all of these packages.
 */
package io.besuplugins.clientversion;
