// SPDX-License-Identifier: Apache-2.0
package io.besuplugins.clientversion.dsl.node;

import java.util.Locale;

/** Why the plugin answers on a node or observes it. */
public enum Reason {
  METHOD_UNKNOWN("ANSWER", "this Besu release does not implement engine_getClientVersionV1"),
  NOT_PROOF_OF_STAKE_GENESIS(
      "ANSWER", "the genesis file configures a consensus mechanism other than proof of stake"),
  NOT_PROOF_OF_STAKE_NETWORK(
      "ANSWER", "the network given by --network is not a proof-of-stake network"),
  MERGE_FLAG_SET("OBSERVE", "Besu implements engine_getClientVersionV1 on this network"),
  UNDETERMINED("OBSERVE", "Besu may implement engine_getClientVersionV1 on this network");

  private final String mode;
  private final String sentence;

  Reason(final String mode, final String sentence) {
    this.mode = mode;
    this.sentence = sentence;
  }

  /** The mode, as in metrics and RPC. */
  public String mode() {
    return mode;
  }

  /** How RPC returns it. */
  public String sentence() {
    return sentence;
  }

  /** How metrics name it. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
