// SPDX-License-Identifier: Apache-2.0
/** Plugins: where they come from, what they are given, and what happens when one of them fails. */
package io.besuplugins.fakebesu.plugin;
