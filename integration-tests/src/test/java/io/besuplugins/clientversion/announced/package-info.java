// SPDX-License-Identifier: Apache-2.0
/**
 * Announced plugin APIs that the plugin does not support. They are known from Besu's issues only.
 */
package io.besuplugins.clientversion.announced;
