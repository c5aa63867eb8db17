// SPDX-License-Identifier: Apache-2.0
/** The RPC methods of the plugin, their results and errors. */
package io.besuplugins.clientversion.rpc;
