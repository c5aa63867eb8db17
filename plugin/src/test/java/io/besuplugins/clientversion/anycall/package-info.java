/**
 * Calls that nobody thought of: any params, in any number and order, at any time, and what must
 * hold whatever they are ({@link io.besuplugins.clientversion.anycall.Promises}). Properties make
 * them up at random; fuzz targets let the code that they reach guide them.
 *
 * <p>Every {@code mvn verify} does some of it; {@code mvn -Pfuzz verify -pl besu-plugin-api,plugin}
 * takes more than a million inputs. What a fuzz target finds is left under {@code
 * plugin/target/fuzz} as {@code crash-…}; a copy of that file in the {@code corpus} beside it is
 * tried first at the next run.
 *
 * <p>May touch what the plugin's rooms show to each other; what a call should come to is told here
 * without the plugin's own code.
 */
package io.besuplugins.clientversion.anycall;
