// SPDX-License-Identifier: Apache-2.0
/**
 * A chain of one real Besu and one real Teku. They have no peers; Teku's validators propose each
 * block.
 */
package io.besuplugins.clientversion.dsl.chain;
