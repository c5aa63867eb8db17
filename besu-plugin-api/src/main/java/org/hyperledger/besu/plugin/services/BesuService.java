// SPDX-License-Identifier: Apache-2.0
package org.hyperledger.besu.plugin.services;

/** Marks the interfaces that a plugin can look up as services. */
public interface BesuService {}
