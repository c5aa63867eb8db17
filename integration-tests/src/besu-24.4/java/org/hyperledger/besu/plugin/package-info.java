/**
 * Besu's plugin API in the shape of releases 24.4.0 to 24.10.0: plugins register with a {@link
 * org.hyperledger.besu.plugin.BesuContext}.
 */
package org.hyperledger.besu.plugin;
