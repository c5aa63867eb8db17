/** The metric types that every Besu release from 24.4.0 on offers to a plugin. */
package org.hyperledger.besu.plugin.services.metrics;
