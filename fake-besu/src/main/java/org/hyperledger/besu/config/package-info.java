// SPDX-License-Identifier: Apache-2.0
/** Where a plugin asks Besu whether the network is a proof-of-stake network. */
package org.hyperledger.besu.config;
