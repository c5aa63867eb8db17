// SPDX-License-Identifier: Apache-2.0
package io.besuplugins.clientversion.besu;

/** What the plugin does about {@code engine_getClientVersionV1} on a node. */
public enum Mode {
  /** The plugin serves the method, because Besu does not, and records the callers. */
  ANSWER,
  /** Besu serves the method; the plugin records the callers. */
  OBSERVE,
  /** Nothing. */
  OFF
}
