// SPDX-License-Identifier: Apache-2.0
/** JMH benchmarks: what the plugin costs a node. The targets are in {@code docs/performance.md}. */
package io.besuplugins.clientversion.benchmarks;
