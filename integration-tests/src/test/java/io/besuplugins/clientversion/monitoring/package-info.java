/**
 * The monitoring pack of {@code docs/monitoring} and the real Prometheus that it is proved with.
 *
 * <p>Knows neither nodes nor plugin: Prometheus scrapes whatever addresses it is given.
 */
package io.besuplugins.clientversion.monitoring;
