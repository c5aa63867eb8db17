package io.besuplugins.clientversion.operator;

import io.besuplugins.clientversion.identification.ClientVersion;

/**
 * What the plugin is on this node.
 *
 * @param besu the execution client that it runs in
 * @param plugin its own version
 * @param mode what it does
 */
public record PluginStatus(ClientVersion besu, String plugin, Mode mode) {}
