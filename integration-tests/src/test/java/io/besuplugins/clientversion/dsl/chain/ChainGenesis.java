// SPDX-License-Identifier: Apache-2.0
package io.besuplugins.clientversion.dsl.chain;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.besuplugins.clientversion.dsl.node.Genesis;
import io.besuplugins.clientversion.dsl.node.Node;
import java.math.BigInteger;
import java.time.Instant;
import java.util.Map;

/**
 * The genesis data that Besu and Teku must agree on. Both are at the fork Cancun/Deneb from the
 * start.
 *
 * @param time when slot 0 begins
 * @param payloadHeader Besu's first block, as Teku reads it from JSON
 */
record ChainGenesis(Instant time, ObjectNode payloadHeader) {

  /** What Besu is started with. The account is the contract of EIP-4788. */
  static final Genesis OF_BESU =
      new Genesis(
          "chain",
          """
          {
            "config": {
              "chainId": 2026,
              "berlinBlock": 0,
              "londonBlock": 0,
              "ethash": {}, "terminalTotalDifficulty": 0, "shanghaiTime": 0, "cancunTime": 0
            },
            "nonce": "0x0",
            "timestamp": "0x0",
            "extraData": "0x",
            "gasLimit": "0x1c9c380",
            "difficulty": "0x0",
            "baseFeePerGas": "0x7",
            "coinbase": "0x0000000000000000000000000000000000000000",
            "alloc": {
              "0x000F3df6D732807Ef1319fB7B8bB8522d0Beac02": {
                "nonce": "0x1",
                "balance": "0x0",
                "code": "0x3373fffffffffffffffffffffffffffffffffffffffe14604d57602036146024575f5ffd5b\
          5f35801560495762001fff810690815414603c575f5ffd5b62001fff01545f5260205ff35b5f5ffd5b62001fff4206\
          4281555f359062001fff015500"
              }
            }
          }
          """);

  /** How many validators there are; the fewest that the minimal preset allows. */
  static final int VALIDATORS = 64;

  /** Short, and yet long enough for a busy machine. */
  static final int SLOT_SECONDS = 2;

  /** The SSZ hash tree root of an empty list of transactions. */
  private static final String NO_TRANSACTIONS =
      "0x7ffe241ea60187fdb0187bfa22de35d1f9bed7ab061d9401fd47e34a54fbede1";

  /** The SSZ hash tree root of an empty list of withdrawals in the minimal preset. */
  private static final String NO_WITHDRAWALS =
      "0x28ba1834a3a7b657460ce79fa3a1d909ab8828fd557659d4d0554a9bdbc0ec30";

  private static final Map<String, String> TEXTS =
      Map.of(
          "parent_hash", "parentHash",
          "fee_recipient", "miner",
          "state_root", "stateRoot",
          "receipts_root", "receiptsRoot",
          "logs_bloom", "logsBloom",
          "prev_randao", "mixHash",
          "extra_data", "extraData",
          "block_hash", "hash");
  private static final Map<String, String> NUMBERS =
      Map.of(
          "block_number", "number",
          "gas_limit", "gasLimit",
          "gas_used", "gasUsed",
          "timestamp", "timestamp",
          "base_fee_per_gas", "baseFeePerGas",
          "blob_gas_used", "blobGasUsed",
          "excess_blob_gas", "excessBlobGas");

  /** Reads the first block of a node that was started with {@link #OF_BESU}. */
  static ChainGenesis of(final Node besu, final Instant time) {
    final JsonNode block = besu.http().call("eth_getBlockByNumber", "[\"0x0\",false]").result();
    final ObjectNode header = new ObjectMapper().createObjectNode();
    TEXTS.forEach((name, nameInBesu) -> header.put(name, block.get(nameInBesu).asText()));
    NUMBERS.forEach(
        (name, nameInBesu) -> header.put(name, decimal(block.get(nameInBesu).asText())));
    header.put("transactions_root", NO_TRANSACTIONS);
    header.put("withdrawals_root", NO_WITHDRAWALS);
    return new ChainGenesis(time, header);
  }

  /** Teku's network configuration. What it does not name is as in Teku's network minimal. */
  static String networkOfTeku() {
    return """
        PRESET_BASE: minimal
        CONFIG_NAME: minimal
        SLOT_DURATION_MS: %d
        MIN_GENESIS_TIME: 0
        GENESIS_DELAY: 0
        TERMINAL_TOTAL_DIFFICULTY: 0
        ALTAIR_FORK_EPOCH: 0
        BELLATRIX_FORK_EPOCH: 0
        CAPELLA_FORK_EPOCH: 0
        DENEB_FORK_EPOCH: 0
        """
        .formatted(SLOT_SECONDS * 1000);
  }

  private static String decimal(final String hex) {
    return new BigInteger(hex.substring("0x".length()), 16).toString();
  }
}
