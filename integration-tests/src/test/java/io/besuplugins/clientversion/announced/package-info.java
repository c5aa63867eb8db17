// SPDX-License-Identifier: Apache-2.0
/** Announced plugin APIs, known from Besu's issues only. May depend on the devnet. */
package io.besuplugins.clientversion.announced;
