// SPDX-License-Identifier: Apache-2.0
/** A real consensus client proposes blocks with a real Besu that has the plugin. */
package io.besuplugins.clientversion.chain;
