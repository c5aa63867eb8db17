/** The node's class that plugins read the merge flag from, under Besu's name. */
package org.hyperledger.besu.config;
