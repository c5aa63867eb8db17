// SPDX-License-Identifier: Apache-2.0
/** A fuzz target, run by the profile of this name. */
package io.besuplugins.clientversion.fuzz;
