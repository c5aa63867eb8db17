// SPDX-License-Identifier: Apache-2.0
/**
 * What the documentation and the workflows say, held against the programs that they are for. May
 * depend on the devnet.
 */
package io.besuplugins.clientversion.documentation;
