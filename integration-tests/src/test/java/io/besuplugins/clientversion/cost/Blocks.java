// SPDX-License-Identifier: Apache-2.0
package io.besuplugins.clientversion.cost;

import io.besuplugins.clientversion.devnet.node.Node;
import java.util.concurrent.CompletableFuture;

/** Blocks that a consensus client sends one after the other without a pause, until it is closed. */
final class Blocks implements Background.Activity {

  private final EngineConnection connection;
  private final CompletableFuture<Void> sender;
  private volatile boolean open = true;

  Blocks(final Node node) {
    connection = new EngineConnection(node, EngineCall.NEW_PAYLOAD);
    sender = CompletableFuture.runAsync(this::send);
  }

  private void send() {
    while (open) {
      connection.call();
    }
  }

  /** Fails where a call failed. */
  @Override
  public void close() {
    open = false;
    sender.join();
  }
}
