// SPDX-License-Identifier: Apache-2.0
/** Metrics, which a Prometheus server can scrape. */
package io.besuplugins.fakebesu.metrics;
