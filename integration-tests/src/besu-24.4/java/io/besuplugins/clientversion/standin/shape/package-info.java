/**
 * What the stand-in must be compiled for twice, here for the plugin API of releases 24.4.0 to
 * 24.9.1: the context that plugins register with, the merge flag and the metrics client.
 */
package io.besuplugins.clientversion.standin.shape;
