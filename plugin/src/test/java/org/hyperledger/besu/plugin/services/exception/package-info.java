/** Besu's exception as it is in Besu, for tests that ask what a caller is answered with. */
package org.hyperledger.besu.plugin.services.exception;
