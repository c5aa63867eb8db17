// SPDX-License-Identifier: Apache-2.0
/**
 * The plugin class and the wiring of the plugin along Besu's lifecycle.
 *
 * <p>Data flows one way. An engine call is parsed ({@code identification}), recorded ({@code
 * engine}, {@code observer}), tracked ({@code consensus}) and shown to the operator ({@code
 * operator}). Build metadata becomes Besu's identity ({@code besu}) and the method's result ({@code
 * engine}).
 *
 * <p>{@link io.besuplugins.clientversion.ClientVersionPlugin} must not load any type of Besu but
 * {@code BesuPlugin}, because it has to load on releases whose plugin API the jar does not know.
 * {@link io.besuplugins.clientversion.PluginLifecycle} separates it from everything that does.
 */
package io.besuplugins.clientversion;
