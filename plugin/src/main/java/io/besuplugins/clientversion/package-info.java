/**
 * The plugin class, which wires the rooms along Besu's plugin lifecycle, and nothing else.
 *
 * <p>Data flows one way. An engine call becomes what was said ({@code identification}), becomes who
 * has called ({@code consensus}), becomes what the operator sees ({@code operator}); build metadata
 * become who we are ({@code execution}), becomes the answer ({@code engine}).
 */
package io.besuplugins.clientversion;
