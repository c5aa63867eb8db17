// SPDX-License-Identifier: Apache-2.0
/** The services that a plugin gets from Besu. */
package org.hyperledger.besu.plugin.services;
