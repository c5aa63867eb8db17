package io.besuplugins.clientversion.standin.release;

import io.besuplugins.clientversion.standin.shape.PluginApi;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.security.CodeSource;
import java.util.Optional;
import java.util.jar.JarInputStream;
import java.util.jar.Manifest;
import org.hyperledger.besu.plugin.BesuPlugin;

/**
 * The Besu release that this process stands in for, as the manifest of its jar tells it: the same
 * place where a plugin looks.
 *
 * @param version the release
 * @param commit the manifest's {@code Commit-Hash}, which Besu has from 24.9.0 on
 */
public record Release(Version version, Optional<String> commit) {

  /**
   * Reads the release from the manifest of the jar that holds {@link BesuPlugin}.
   *
   * @return the release
   * @throws IllegalStateException if there is none, or one that the stand-in does not know
   */
  public static Release running() {
    final String text = BesuPlugin.class.getPackage().getImplementationVersion();
    if (text == null) {
      throw new IllegalStateException(
          "The stand-in node learns which Besu release it stands in for from Implementation-Version"
              + " in the manifest of its jar, and there is none");
    }
    final Version version = Version.of(text);
    if (!PluginApi.RELEASES.contains(version)) {
      throw new IllegalStateException(
          "The stand-in node with this shape of the plugin API knows Besu %s up to, but without, %s; not %s"
              .formatted(PluginApi.RELEASES.since(), PluginApi.RELEASES.until(), version));
    }
    return new Release(version, commitHash());
  }

  /**
   * Whether this release has a trait.
   *
   * @param trait the trait
   * @return whether it has
   */
  public boolean has(final Trait trait) {
    return trait.isOf(version);
  }

  private static Optional<String> commitHash() {
    return Optional.ofNullable(BesuPlugin.class.getProtectionDomain().getCodeSource())
        .map(CodeSource::getLocation)
        .flatMap(Release::manifestOf)
        .map(manifest -> manifest.getMainAttributes().getValue("Commit-Hash"));
  }

  private static Optional<Manifest> manifestOf(final URL location) {
    try (JarInputStream jar = new JarInputStream(location.openStream())) {
      return Optional.ofNullable(jar.getManifest());
    } catch (final IOException e) {
      throw new UncheckedIOException("Cannot read the manifest of " + location, e);
    }
  }
}
