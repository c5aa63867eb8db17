package io.besuplugins.clientversion.devnet;

import java.util.List;

/** A node that did not come up; the message has its log. */
public final class NodeFailedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  NodeFailedException(final String what, final List<String> log) {
    super("The node " + what + ":\n" + String.join("\n", log));
  }
}
