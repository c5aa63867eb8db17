/**
 * What a call costs the node in time and memory, measured with JMH: {@code mvn -q -Pperformance
 * package -pl besu-plugin-api,plugin}.
 *
 * <p>May touch everything that is public in the plugin, wired as the plugin class wires it.
 */
package io.besuplugins.clientversion.cost;
