// SPDX-License-Identifier: Apache-2.0
/**
 * What the plugin costs a node: calls and start with JMH, and its answer against Besu's own on
 * nodes side by side. {@link io.besuplugins.clientversion.benchmarks.Benchmarks} runs them all.
 *
 * <p>May depend on the plugin and the devnet.
 */
package io.besuplugins.clientversion.benchmarks;
