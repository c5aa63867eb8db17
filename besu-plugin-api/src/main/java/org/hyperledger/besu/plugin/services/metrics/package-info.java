// SPDX-License-Identifier: Apache-2.0
/** Metrics and their categories. */
package org.hyperledger.besu.plugin.services.metrics;
