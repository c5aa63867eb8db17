/**
 * Who the running execution client is, from what its build left in its jars.
 *
 * <p>May touch the vocabulary; knows nothing of Besu's API.
 */
package io.besuplugins.clientversion.execution;
