// SPDX-License-Identifier: Apache-2.0
package io.besuplugins.clientversion.dsl.process;

import java.util.List;

/** A process exited when it should not have, or with an error. The message holds its output. */
public final class ProcessFailedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  ProcessFailedException(final int status, final List<String> output) {
    super("Exit status " + status + ":\n" + String.join("\n", output));
  }
}
