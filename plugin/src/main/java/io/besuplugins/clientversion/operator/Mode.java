package io.besuplugins.clientversion.operator;

/** How the plugin meets {@code engine_getClientVersionV1} on this node. */
public enum Mode {
  /** It answers, for Besu does not, and notes who calls. */
  ANSWER("{} is answered by this plugin (version {}) as {}"),

  /** Besu answers; it notes who calls. */
  OBSERVE("{} is observed by this plugin (version {}) and answered by {}"),

  /** It does neither: the operator wants it so, or something that it needs is missing. */
  OFF("{} is left alone by this plugin (version {}) on {}");

  private final String line;

  Mode(final String line) {
    this.line = line;
  }

  /** The line for the log, with places for the method, the plugin's version, and Besu. */
  String line() {
    return line;
  }
}
