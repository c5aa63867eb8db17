/**
 * What the operator of the node sees of the plugin: every line of the log is worded here.
 *
 * <p>May touch the vocabulary, the news of the consensus clients, and slf4j.
 */
package io.besuplugins.clientversion.operator;
