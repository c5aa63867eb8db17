// SPDX-License-Identifier: Apache-2.0
/**
 * What the plugin knows of Besu beyond its plugin API, and of how Besu's releases differ; {@code
 * docs/compatibility.md} lists the differences.
 *
 * <p>May depend on {@code identification}, Besu's plugin API, Jackson and picocli.
 */
package io.besuplugins.clientversion.besu;
