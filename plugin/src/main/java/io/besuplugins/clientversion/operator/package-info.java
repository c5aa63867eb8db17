/**
 * What the operator of the node sees of the plugin: its lines in the log, its metrics, and its RPC
 * namespace. Names and wording are here and nowhere else.
 *
 * <p>May touch the vocabulary, the consensus clients seen and what is told of them, Besu's API, and
 * slf4j.
 */
package io.besuplugins.clientversion.operator;
