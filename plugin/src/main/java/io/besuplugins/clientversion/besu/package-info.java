// SPDX-License-Identifier: Apache-2.0
/**
 * What the plugin knows of Besu beyond its plugin API, and of how Besu's releases differ:
 *
 * <ul>
 *   <li>24.9.0: a built-in {@code engine_getClientVersionV1} on merge networks; 24.10.0: the merge
 *       flag moved; 26.7.0: proof of stake that the merge flag does not cover: {@link
 *       io.besuplugins.clientversion.besu.BuiltInMethodDetector}
 *   <li>24.9.0: jars carry their commit; earlier commits are in a table: {@link
 *       io.besuplugins.clientversion.besu.BesuClientVersion}
 *   <li>24.12.0: another method creates gauges with labels: {@link
 *       io.besuplugins.clientversion.besu.LabelledGauges}
 * </ul>
 *
 * <p>May depend on {@code identification}, Besu's plugin API, Jackson and picocli.
 */
package io.besuplugins.clientversion.besu;
