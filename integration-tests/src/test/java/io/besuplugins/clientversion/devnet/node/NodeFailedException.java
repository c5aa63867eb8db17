// SPDX-License-Identifier: Apache-2.0
package io.besuplugins.clientversion.devnet.node;

import java.util.List;

/** A node exited, or was not up in time. The message holds its log. */
public final class NodeFailedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  NodeFailedException(final String failure, final List<String> log) {
    super("The node " + failure + ":\n" + String.join("\n", log));
  }
}
