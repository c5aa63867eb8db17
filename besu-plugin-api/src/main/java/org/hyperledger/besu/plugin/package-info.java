// SPDX-License-Identifier: Apache-2.0
/**
 * The part of Besu's plugin API that the client version plugin calls or implements, each signature
 * once. Compile-only for the plugin: at run time Besu's own classes take its place.
 *
 * <p>A source root stands for the releases in which its types have that form:
 *
 * <ul>
 *   <li>{@code main}: all releases from 24.4.0 on
 *   <li>{@code besu-24.4}: 24.4.0 to 24.10.0
 *   <li>{@code besu-24.12}: 24.12.0 to 25.5.0, the releases that have both kinds of context and of
 *       labelled gauges; the plugin is compiled against these
 *   <li>{@code besu-26.1}: from 26.1.0 on
 *   <li>{@code until-25.5}, {@code since-24.12}, {@code since-25.6}: what several of these share
 *   <li>{@code service-manager}: 24.12.0 and newer, but not in the announced API with contexts
 *   <li>{@code announced-…}: in no release yet; each type names its source
 * </ul>
 *
 * <p>A method has a body where Besu's own has one that the fake node depends on.
 */
package org.hyperledger.besu.plugin;
