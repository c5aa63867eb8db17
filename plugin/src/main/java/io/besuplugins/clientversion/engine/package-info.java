/**
 * Where the plugin meets the Engine API: the method that it answers, and what its callers say.
 *
 * <p>May touch Besu's API, the vocabulary and the consensus clients seen. Whatever it knows of
 * Besu's inside is in {@link io.besuplugins.clientversion.engine.RunningBesu}.
 */
package io.besuplugins.clientversion.engine;
