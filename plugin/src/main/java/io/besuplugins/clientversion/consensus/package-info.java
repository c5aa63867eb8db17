/**
 * The consensus clients that have called: which one drives the node now, which ones did, and what
 * of that is worth telling.
 *
 * <p>May touch the vocabulary; knows nothing of Besu's API, of logging, or of how it is told.
 */
package io.besuplugins.clientversion.consensus;
