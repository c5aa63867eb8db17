/**
 * A stand-in for a Hyperledger Besu node, to test a plugin's jar over HTTP where no Besu is
 * installed. It is not Besu and contains none of its code: towards a plugin it does what the Besu
 * release in its manifest does, and no more. It has no chain, no peers and produces no blocks. Here
 * the parts are put together and started in Besu's order.
 */
package io.besuplugins.clientversion.standin;
