// SPDX-License-Identifier: Apache-2.0
/** What callers and operators get from the plugin: responses, log, metrics, RPC. */
package io.besuplugins.clientversion.output;
