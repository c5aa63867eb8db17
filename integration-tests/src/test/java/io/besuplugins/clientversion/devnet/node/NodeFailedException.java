// SPDX-License-Identifier: Apache-2.0
package io.besuplugins.clientversion.devnet.node;

import java.util.List;

/** A node exited instead of starting. The message holds its log. */
public final class NodeFailedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  NodeFailedException(final int status, final List<String> log) {
    super("The node exited with status " + status + ":\n" + String.join("\n", log));
  }
}
