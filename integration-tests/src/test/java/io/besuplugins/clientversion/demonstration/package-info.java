// SPDX-License-Identifier: Apache-2.0
/**
 * A program that shows what the plugin does, run with {@code mvn -q -Pdevnet package}. The
 * documentation quotes its output.
 */
package io.besuplugins.clientversion.demonstration;
