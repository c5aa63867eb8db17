// SPDX-License-Identifier: Apache-2.0
/** Nodes on which Besu has no {@code engine_getClientVersionV1} and the plugin answers it. */
package io.besuplugins.clientversion.answermode;
