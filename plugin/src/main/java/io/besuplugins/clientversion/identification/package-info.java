/**
 * The vocabulary of the Engine API's client version specification (execution-apis, {@code
 * src/engine/identification.md}): pure values, safe to print wherever they came from.
 *
 * <p>May touch the JDK and Jackson's annotations; knows neither Besu nor a logger.
 */
package io.besuplugins.clientversion.identification;
