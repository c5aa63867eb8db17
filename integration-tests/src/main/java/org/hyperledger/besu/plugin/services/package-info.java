/** Besu's plugin services, as far as a plugin under test or the stand-in node uses them. */
package org.hyperledger.besu.plugin.services;
