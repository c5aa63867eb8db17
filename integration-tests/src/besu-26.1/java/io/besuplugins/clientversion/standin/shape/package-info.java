/**
 * What the stand-in must be compiled for twice, here for the plugin API of releases 26.1.0 to
 * 26.8.0: the context that plugins register with, the merge flag and the metrics client.
 */
package io.besuplugins.clientversion.standin.shape;
