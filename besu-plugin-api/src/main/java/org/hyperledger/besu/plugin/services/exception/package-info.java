/** How a plugin's method ends without a result. */
package org.hyperledger.besu.plugin.services.exception;
