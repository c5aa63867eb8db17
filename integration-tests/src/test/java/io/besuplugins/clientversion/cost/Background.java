// SPDX-License-Identifier: Apache-2.0
package io.besuplugins.clientversion.cost;

import io.besuplugins.clientversion.devnet.node.Node;
import java.util.function.Function;

/** What else goes on at a node while calls are measured. */
enum Background {
  IDLE("idle", node -> () -> {}),
  BLOCKS_IN_FLIGHT("blocks in flight", Blocks::new);

  private final String text;
  private final Function<Node, Activity> start;

  Background(final String text, final Function<Node, Activity> start) {
    this.text = text;
    this.start = start;
  }

  /** Goes on until it is closed. */
  Activity at(final Node node) {
    return start.apply(node);
  }

  @Override
  public String toString() {
    return text;
  }

  /** Something that goes on. */
  interface Activity extends AutoCloseable {

    @Override
    void close();
  }
}
