// SPDX-License-Identifier: Apache-2.0
/** Metrics, whichever Prometheus client a release has. */
package io.besuplugins.fakebesu.metrics;
