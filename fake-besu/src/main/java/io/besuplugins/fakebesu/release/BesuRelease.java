// SPDX-License-Identifier: Apache-2.0
package io.besuplugins.fakebesu.release;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.module.ModuleDescriptor.Version;
import java.util.Optional;
import java.util.jar.Attributes;
import java.util.jar.JarInputStream;
import org.hyperledger.besu.plugin.BesuPlugin;

/**
 * A Besu release, and what differs between those that the fake takes the place of.
 *
 * @param version such as {@code 24.8.0}
 * @param commit the {@code Commit-Hash}, which Besu's jars have from 24.9.0 on
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

  /** Whether {@code engine_getClientVersionV1} is built in on proof-of-stake networks. */
  public boolean hasClientVersionMethod() {
    return isAtLeast("24.9.0");
  }

  /** Whether that method returns an array of one object; before, it returned the object alone. */
  public boolean answersWithArray() {
    return isAtLeast("24.10.0");
  }

  /** Whether {@code stop()} is called; it never is from 24.6.0 to 24.9.1. */
  public boolean stopsPlugins() {
    return isAtLeast("24.10.0");
  }

  /** Whether a plugin that throws an exception stops the node, unless the operator says not to. */
  public boolean failsOnPluginException() {
    return isAtLeast("24.10.0");
  }

  /** Whether JSON-RPC requests are logged at TRACE; before, they were at DEBUG. */
  public boolean tracesRequests() {
    return isAtLeast("24.12.0");
  }

  /** Whether a plugin's jar is compared with its catalog. */
  public boolean verifiesPlugins() {
    return isAtLeast("26.1.0");
  }

  /** Whether a genesis with neither total difficulty nor known consensus is proof of stake. */
  public boolean isProofOfStakeByDefault() {
    return isAtLeast("26.7.0");
  }

  /** Whether log4j is configured again when the node starts, after plugins have registered. */
  public boolean reconfiguresLogging() {
    return !isAtLeast("26.8.0");
  }

  /** Whether the methods for payloads and fork choices log under the names of their classes. */
  public boolean logsByEngineMethod() {
    return isAtLeast("26.8.0");
  }

  private boolean isAtLeast(final String other) {
    return Version.parse(version).compareTo(Version.parse(other)) >= 0;
  }
}
