// SPDX-License-Identifier: Apache-2.0
/** The ports that serve JSON-RPC over HTTP. */
package io.besuplugins.fakebesu.http;
