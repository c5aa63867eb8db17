// SPDX-License-Identifier: Apache-2.0
/** The files in {@code docs/monitoring}, tested with a Prometheus server that scrapes nodes. */
package io.besuplugins.clientversion.monitoring;
