// SPDX-License-Identifier: Apache-2.0
/** Besu's command line options, as far as tests use them. */
package io.besuplugins.fakebesu.cli;
