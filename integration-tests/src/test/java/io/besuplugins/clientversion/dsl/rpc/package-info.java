// SPDX-License-Identifier: Apache-2.0
/** JSON-RPC over HTTP, with and without a JWT. Depends on nothing of this project. */
package io.besuplugins.clientversion.dsl.rpc;
