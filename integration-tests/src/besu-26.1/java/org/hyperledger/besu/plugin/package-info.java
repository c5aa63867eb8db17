/**
 * Besu's plugin API in the shape of releases 26.1.0 to 26.8.0: plugins register with a {@link
 * org.hyperledger.besu.plugin.ServiceManager}.
 */
package org.hyperledger.besu.plugin;
