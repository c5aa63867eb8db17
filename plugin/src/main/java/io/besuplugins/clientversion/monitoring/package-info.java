// SPDX-License-Identifier: Apache-2.0
/** What the operator of the node sees without asking: log lines and metrics. */
package io.besuplugins.clientversion.monitoring;
