// SPDX-License-Identifier: Apache-2.0
package io.besuplugins.clientversion.benchmarks;

import io.besuplugins.clientversion.dsl.node.Node;
import java.util.concurrent.CompletableFuture;

/**
 * Calls {@code engine_newPayloadV3} over a connection of its own, without a pause, until closed.
 */
final class NewPayloadLoad implements AutoCloseable {

  /** A block with 100 KB of transactions, which Besu parses and finds invalid. */
  private static final String PAYLOAD =
      """
      [{"parentHash":"0x%1$s","feeRecipient":"0x%2$s","stateRoot":"0x%1$s","receiptsRoot":"0x%1$s",
      "logsBloom":"0x%3$s","prevRandao":"0x%1$s","blockNumber":"0x1","gasLimit":"0x1c9c380",
      "gasUsed":"0x0","timestamp":"0xc","extraData":"0x","baseFeePerGas":"0x7","blockHash":"0x%1$s",
      "transactions":["0x02%4$s"],"withdrawals":[],"blobGasUsed":"0x0","excessBlobGas":"0x0"},
      [],"0x%1$s"]"""
          .formatted("11".repeat(32), "22".repeat(20), "00".repeat(256), "ab".repeat(50_000));

  private final EngineConnection connection;
  private final CompletableFuture<Void> sender;
  private volatile boolean open = true;

  NewPayloadLoad(final Node node) {
    connection = new EngineConnection(node, "engine_newPayloadV3", PAYLOAD);
    sender = CompletableFuture.runAsync(this::send);
  }

  private void send() {
    while (open) {
      connection.call();
    }
  }

  /** Stops, and throws an exception if a call failed. */
  @Override
  public void close() {
    open = false;
    sender.join();
  }
}
