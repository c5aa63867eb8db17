/** What the metrics system creates, and where it is filed. */
package org.hyperledger.besu.plugin.services.metrics;
