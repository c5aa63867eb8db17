// SPDX-License-Identifier: Apache-2.0
package io.besuplugins.clientversion.client;

/**
 * A call's parameters cannot be a {@code ClientVersionV1}. The message names the field and what it
 * should be, and contains nothing that the caller sent.
 */
public final class InvalidClientVersionException extends Exception {

  private static final long serialVersionUID = 1L;

  InvalidClientVersionException(final String message) {
    super(message);
  }
}
