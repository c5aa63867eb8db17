// SPDX-License-Identifier: Apache-2.0
package io.besuplugins.clientversion.rpc;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.besuplugins.clientversion.besu.Mode;
import io.besuplugins.clientversion.client.ClientVersion;

/**
 * The state of the plugin on this node, and the result of {@code clientversion_executionClient}.
 *
 * @param besu the execution client that the plugin runs in
 * @param pluginVersion the plugin's own version
 * @param mode what the plugin does about {@code engine_getClientVersionV1}
 * @param reason why
 */
public record PluginStatus(
    @JsonUnwrapped ClientVersion besu, String pluginVersion, Mode mode, String reason) {}
