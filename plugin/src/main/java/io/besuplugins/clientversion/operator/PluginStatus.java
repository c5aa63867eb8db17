// SPDX-License-Identifier: Apache-2.0
package io.besuplugins.clientversion.operator;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.besuplugins.clientversion.identification.ClientVersion;

/**
 * The state of the plugin on this node, and the result of {@code clientversion_executionClient}.
 *
 * @param besu the execution client that the plugin runs in
 * @param plugin the plugin's own version
 * @param mode what the plugin does about {@code engine_getClientVersionV1}
 * @param reason why the mode is {@link Mode#OFF}; null in any other mode
 */
public record PluginStatus(
    @JsonUnwrapped ClientVersion besu,
    String plugin,
    Mode mode,
    @JsonInclude(JsonInclude.Include.NON_NULL) String reason) {

  public enum Mode {
    /** The plugin answers because Besu does not; callers are recorded. */
    ANSWER,
    /** Besu answers; the plugin records callers. */
    OBSERVE,
    /** Neither. */
    OFF
  }
}
