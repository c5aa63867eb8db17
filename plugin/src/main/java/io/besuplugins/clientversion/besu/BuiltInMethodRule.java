// SPDX-License-Identifier: Apache-2.0
package io.besuplugins.clientversion.besu;

/**
 * The table that decides whether Besu implements the method; the first row that applies decides.
 */
enum BuiltInMethodRule {
  /** 24.4.0 to 24.8.0 do not know the method. Source: RpcMethod. */
  METHOD_UNKNOWN(false),

  /** 24.9.0 on: the method exists where a merge coordinator does. Source: RunnerBuilder. */
  MERGE_FLAG_SET(true),

  /** 24.9.0 on: the genesis file has what sets the flag, sooner or later. Source: BesuCommand. */
  TERMINAL_TOTAL_DIFFICULTY(true),

  /**
   * 24.9.0 on: the genesis file declares QBFT, IBFT 2.0, Clique or proof of work, which have no
   * merge coordinator. Source: BesuController.
   */
  OTHER_MECHANISM(false),

  /**
   * 26.7.0 on: the genesis file declares nothing, which is proof of stake without the merge flag;
   * earlier releases do not start with such a file. Source: BesuController.
   */
  NO_MECHANISM(true),

  /** 24.9.0 to 26.8.0: the flag stays unset on a named network, such as Ethereum Classic. */
  NAMED_NETWORK_WITHOUT_MERGE(false),

  /**
   * Announced in Besu's pull request 11282: the flag may be set too late, and the named networks
   * that are left are merge networks.
   */
  NAMED_NETWORK(true);

  private final boolean builtIn;

  BuiltInMethodRule(final boolean builtIn) {
    this.builtIn = builtIn;
  }

  boolean isBuiltIn() {
    return builtIn;
  }
}
