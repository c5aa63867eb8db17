// SPDX-License-Identifier: Apache-2.0
/** log4j, as Besu configures it. */
package io.besuplugins.fakebesu.logging;
