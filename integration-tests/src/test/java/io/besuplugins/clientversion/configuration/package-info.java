// SPDX-License-Identifier: Apache-2.0
/** How an operator installs and configures the plugin, and what Besu says about that. */
package io.besuplugins.clientversion.configuration;
