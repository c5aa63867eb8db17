/**
 * Metric categories and which of them are on. The metrics themselves are made by the shape's own
 * client library.
 */
package io.besuplugins.clientversion.standin.metrics;
