// SPDX-License-Identifier: Apache-2.0
package io.besuplugins.clientversion.besu;

import java.util.Locale;

/** Why the plugin is in its mode on a node. */
public enum ModeReason {
  /** Besu 24.4.0 to 24.8.0. Source: Besu's {@code RpcMethod}. */
  METHOD_UNKNOWN(Mode.ANSWER, "this Besu release does not implement engine_getClientVersionV1"),

  /** Source: Besu's {@code BesuController}; QBFT, IBFT 2.0, Clique and Ethash. */
  NOT_PROOF_OF_STAKE_GENESIS(
      Mode.ANSWER, "the genesis file configures a consensus mechanism other than proof of stake"),

  /** The networks that Besu has had whose genesis has no terminal total difficulty. */
  NOT_PROOF_OF_STAKE_NETWORK(
      Mode.ANSWER, "the network given by --network is not a proof-of-stake network"),

  /** Besu registers its own method where it has a merge coordinator. */
  MERGE_FLAG_SET(Mode.OBSERVE, "Besu implements engine_getClientVersionV1 on this network"),

  /** Besu does not start if a plugin registers a method that Besu has. */
  UNDETERMINED(Mode.OBSERVE, "Besu may implement engine_getClientVersionV1 on this network"),

  NOT_STARTED(Mode.OFF, "Besu has not started its services"),

  DISABLED_BY_OPERATOR(Mode.OFF, "disabled by " + CommandLineOptions.OBSERVER_ENABLED),

  CANNOT_OBSERVE(Mode.OFF, "cannot observe Engine API calls"),

  CANNOT_SERVE(Mode.OFF, "cannot register engine_getClientVersionV1"),

  UNSUPPORTED_PLUGIN_API(
      Mode.OFF,
      "it does not support the plugin API of this Besu release; look for a newer version of the"
          + " plugin");

  private final Mode mode;
  private final String sentence;

  ModeReason(final Mode mode, final String sentence) {
    this.mode = mode;
    this.sentence = sentence;
  }

  /** Returns the mode that this is a reason for. */
  public Mode mode() {
    return mode;
  }

  /** Returns the reason as part of a sentence. */
  public String sentence() {
    return sentence;
  }

  /** Returns the reason as a value of a metric's label, such as {@code method_unknown}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
