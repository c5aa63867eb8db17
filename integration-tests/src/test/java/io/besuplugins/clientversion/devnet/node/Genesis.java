// SPDX-License-Identifier: Apache-2.0
package io.besuplugins.clientversion.devnet.node;

import java.util.Locale;

/** The genesis files with which nodes are started, in {@code src/test/resources/genesis}. */
public enum Genesis {

  /** A merge network: a consensus client drives the node. */
  MERGE,

  /** One validator, the node itself, and no consensus client. */
  QBFT,

  /**
   * Neither a total difficulty nor a consensus mechanism. From 26.7.0 on, Besu takes it for proof
   * of stake.
   */
  NO_CONSENSUS;

  /** The name of the resource. */
  String resource() {
    return "/genesis/" + name().toLowerCase(Locale.ROOT) + ".json";
  }
}
