// SPDX-License-Identifier: Apache-2.0
/** Chains of a Besu that has the plugin and a real consensus client that proposes its blocks. */
package io.besuplugins.clientversion.chain;
