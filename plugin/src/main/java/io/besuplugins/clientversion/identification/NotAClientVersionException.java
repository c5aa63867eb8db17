package io.besuplugins.clientversion.identification;

/**
 * What was sent cannot be a {@code ClientVersionV1}. The message names the parameter or field and
 * what it should be, and repeats nothing of what was sent.
 */
public final class NotAClientVersionException extends Exception {

  private static final long serialVersionUID = 1L;

  NotAClientVersionException(final String message) {
    super(message);
  }
}
