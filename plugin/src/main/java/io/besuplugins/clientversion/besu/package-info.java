// SPDX-License-Identifier: Apache-2.0
/**
 * What the plugin knows of Besu: its internals, its errors, and how its releases differ, as listed
 * in {@code docs/compatibility.md}.
 *
 * <p>May depend on {@code identification}, Besu's plugin API, Jackson and picocli.
 */
package io.besuplugins.clientversion.besu;
