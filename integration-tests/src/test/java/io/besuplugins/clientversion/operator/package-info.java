// SPDX-License-Identifier: Apache-2.0
/** What an operator of a node configures and sees. May depend on the devnet. */
package io.besuplugins.clientversion.operator;
