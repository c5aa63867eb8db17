// SPDX-License-Identifier: Apache-2.0
package io.besuplugins.clientversion.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.besuplugins.clientversion.devnet.node.FakeBesu;
import io.besuplugins.clientversion.devnet.node.InstalledBesu;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Compares the signatures in this repository with the jars of each installed Besu. */
@Tag("contract")
class PluginApiCompatibilityIT {

  private static final String BESU = "org/hyperledger/besu/";
  private static final String PLUGIN_API = BESU + "plugin/";

  /** The plugin has a {@code register} method for either context type. */
  private static final Set<String> MISSING_BEFORE_24_12 =
      Set.of(
          "org/hyperledger/besu/plugin/ServiceManager",
          "org/hyperledger/besu/plugin/ServiceManager.getService(Ljava/lang/Class;)Ljava/util/Optional;",
          "org/hyperledger/besu/plugin/BesuPlugin.register(Lorg/hyperledger/besu/plugin/ServiceManager;)V");

  private static final Set<String> OF_FORMER_CONTEXT =
      Set.of(
          "org/hyperledger/besu/plugin/BesuPlugin.register(Lorg/hyperledger/besu/plugin/BesuContext;)V",
          "org/hyperledger/besu/plugin/BesuContext.getService(Ljava/lang/Class;)Ljava/util/Optional;");

  private static final Set<String> MISSING_SINCE_25_7 =
      Set.of("org/hyperledger/besu/plugin/BesuContext");

  @BeforeEach
  void skipWithoutInstalledBesu() {
    assumeTrue(
        InstalledBesu.fromSystemProperty().findAny().isPresent(),
        "needs an installed Besu, see -Dbesu.home");
  }

  @Test
  void signaturesOfPluginApiAreThoseOfInstalledBesus() {
    final Set<String> own = Signatures.of(Path.of(System.getProperty("plugin.api")), PLUGIN_API);

    InstalledBesu.fromSystemProperty()
        .forEach(
            besu -> {
              final Set<String> installed = Signatures.of(besu.home().resolve("lib"), PLUGIN_API);
              assertThat(missing(own, installed))
                  .as("signatures that %s does not have", besu)
                  .isEqualTo(knownToBeMissing(besu));
              if (!besu.isAtLeast("24.12.0")) {
                assertThat(installed).containsAll(OF_FORMER_CONTEXT);
              }
            });
  }

  @Test
  void signaturesOfFakeAreThoseOfItsInstalledRelease() {
    InstalledBesu.fromSystemProperty()
        .forEach(
            besu ->
                FakeBesu.ofRelease(besu.release())
                    .ifPresent(
                        fake ->
                            assertThat(
                                    missing(
                                        Signatures.of(fake.classes(), BESU),
                                        Signatures.of(besu.home().resolve("lib"), BESU)))
                                .as("signatures that %s does not have", besu)
                                .isEmpty()));
  }

  private static Set<String> missing(final Set<String> own, final Set<String> installed) {
    final Set<String> missing = new TreeSet<>(own);
    missing.removeAll(installed);
    return missing;
  }

  private static Set<String> knownToBeMissing(final InstalledBesu besu) {
    if (!besu.isAtLeast("24.12.0")) {
      return MISSING_BEFORE_24_12;
    }
    return besu.isAtLeast("25.7.0") ? MISSING_SINCE_25_7 : Set.of();
  }
}
