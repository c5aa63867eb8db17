// SPDX-License-Identifier: Apache-2.0
/** Starts and restarts of nodes on which the plugin must have no influence. */
package io.besuplugins.clientversion.lifecycle;
