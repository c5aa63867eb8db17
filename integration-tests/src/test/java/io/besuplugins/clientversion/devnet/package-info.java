/**
 * A devnet of one node: how a node is started with the built jar in its plugins directory, how
 * consensus clients talk to it, and what its log says.
 *
 * <p>Tests and the demonstration live on it. It knows a node from the outside only: its command
 * line, its ports, its log. Who runs behind them is a {@link
 * io.besuplugins.clientversion.devnet.Distribution}.
 */
package io.besuplugins.clientversion.devnet;
