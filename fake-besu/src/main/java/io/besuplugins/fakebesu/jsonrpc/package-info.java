// SPDX-License-Identifier: Apache-2.0
/** JSON-RPC: requests, responses, and the methods of Besu and of plugins. */
package io.besuplugins.fakebesu.jsonrpc;
