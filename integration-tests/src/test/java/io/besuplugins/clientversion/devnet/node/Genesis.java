// SPDX-License-Identifier: Apache-2.0
package io.besuplugins.clientversion.devnet.node;

/** The genesis files with which nodes are started. */
public enum Genesis {

  /** A merge network: a consensus client drives the node. */
  MERGE(
      "\"ethash\": {}, \"terminalTotalDifficulty\": 0, \"shanghaiTime\": 0, \"cancunTime\": 0",
      "0x"),

  /** One validator, the node itself, and no consensus client. */
  QBFT(
      "\"qbft\": {\"blockperiodseconds\": 2, \"epochlength\": 30000, \"requesttimeoutseconds\": 4}",
      "0xf83aa0"
          + "00".repeat(32)
          + "d594"
          + "fe3b557e8fb62b89f4916b721be55ceb828dbd73"
          + "c080c0"),

  /**
   * Neither a total difficulty nor a consensus mechanism. From 26.7.0 on, Besu takes it for proof
   * of stake.
   */
  NO_CONSENSUS("\"shanghaiTime\": 0", "0x");

  private final String consensus;
  private final String extraData;

  Genesis(final String consensus, final String extraData) {
    this.consensus = consensus;
    this.extraData = extraData;
  }

  String json() {
    return """
    {
      "config": {
        "chainId": 2026,
        "berlinBlock": 0,
        "londonBlock": 0,
        "zeroBaseFee": true,
        %s
      },
      "nonce": "0x0",
      "timestamp": "0x0",
      "extraData": "%s",
      "gasLimit": "0x1c9c380",
      "difficulty": "0x1",
      "mixHash": "0x63746963616c2062797a616e74696e65206661756c7420746f6c6572616e6365",
      "coinbase": "0x0000000000000000000000000000000000000000",
      "alloc": {}
    }
    """
        .formatted(consensus, extraData);
  }
}
