// SPDX-License-Identifier: Apache-2.0
/** Nodes on which Besu answers {@code engine_getClientVersionV1} and the plugin observes it. */
package io.besuplugins.clientversion.observemode;
