// SPDX-License-Identifier: Apache-2.0
package org.hyperledger.besu.plugin;

/** The former name of {@link ServiceManager}; 24.12.0 to 25.6.0. */
public interface BesuContext extends ServiceManager {}
