// SPDX-License-Identifier: Apache-2.0
package io.besuplugins.fakebesu.release;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.jar.Attributes;
import java.util.jar.JarInputStream;
import org.hyperledger.besu.plugin.BesuPlugin;

/**
 * A Besu release.
 *
 * @param version such as {@code 24.8.0}
 * @param commit the {@code Commit-Hash}, which Besu's jars carry from 24.9.0 on
 */
public record BesuRelease(String version, Optional<String> commit) {

  /** The release that the jar with the plugin API names in its manifest, where plugins look too. */
  public static BesuRelease current() {
    final var jar = BesuPlugin.class.getProtectionDomain().getCodeSource().getLocation();
    try (JarInputStream in = new JarInputStream(jar.openStream())) {
      final Attributes manifest = in.getManifest().getMainAttributes();
      return new BesuRelease(
          manifest.getValue(Attributes.Name.IMPLEMENTATION_VERSION),
          Optional.ofNullable(manifest.getValue("Commit-Hash")));
    } catch (final IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whether this release has a feature. */
  public boolean has(final BesuFeature feature) {
    return feature.isIn(BesuVersion.parse(version));
  }
}
