// SPDX-License-Identifier: Apache-2.0
/** What Prometheus reads from nodes, and a Prometheus server. May depend on the other packages. */
package io.besuplugins.clientversion.dsl.metrics;
