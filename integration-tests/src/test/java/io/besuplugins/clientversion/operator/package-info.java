// SPDX-License-Identifier: Apache-2.0
/** What an operator sees and sets: the log, metrics, RPC methods, options and the jar itself. */
package io.besuplugins.clientversion.operator;
