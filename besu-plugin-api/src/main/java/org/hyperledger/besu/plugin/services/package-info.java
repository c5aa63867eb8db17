/** The services that the plugin asks Besu for. */
package org.hyperledger.besu.plugin.services;
