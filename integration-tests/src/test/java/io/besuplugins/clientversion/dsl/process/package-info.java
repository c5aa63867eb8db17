// SPDX-License-Identifier: Apache-2.0
/** Processes of this machine. Depends on nothing of this project. */
package io.besuplugins.clientversion.dsl.process;
