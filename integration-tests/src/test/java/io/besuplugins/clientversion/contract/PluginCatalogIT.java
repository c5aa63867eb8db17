// SPDX-License-Identifier: Apache-2.0
package io.besuplugins.clientversion.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.besuplugins.clientversion.dsl.node.Distribution;
import io.besuplugins.clientversion.dsl.node.Genesis;
import io.besuplugins.clientversion.dsl.node.Node;
import io.besuplugins.clientversion.dsl.node.NodeConfiguration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Besu 26.1.0 and newer verify a plugin's catalog; this plugin's is for the newest release. */
@Tag("contract")
class PluginCatalogIT {

  @ParameterizedTest
  @MethodSource
  void passesFullVerificationOnItsRelease(final Distribution besu) {
    try (Node node =
        NodeConfiguration.of(besu, Genesis.PROOF_OF_STAKE)
            .with("--plugins-verification-mode=FULL")
            .start()) {
      assertThat(node.log().pluginLines()).hasSize(1);
      assertThat(node.log().lines())
          .noneMatch(line -> line.contains("WARN") && line.contains("PluginVerifier"));
    }
  }

  static Stream<Distribution> passesFullVerificationOnItsRelease() {
    return Distribution.supported().filter(besu -> besu.release().equals("26.8.0"));
  }
}
