// SPDX-License-Identifier: Apache-2.0
/** The Besu release that the fake takes the place of, and what that release does differently. */
package io.besuplugins.fakebesu.release;
