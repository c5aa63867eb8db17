package io.besuplugins.clientversion;

import static org.assertj.core.api.Assertions.assertThat;

import io.besuplugins.clientversion.devnet.Distribution;
import io.besuplugins.clientversion.devnet.Network;
import io.besuplugins.clientversion.devnet.Node;
import io.besuplugins.clientversion.devnet.NodeSetup;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Besu 26.1.0 and newer compare a plugin with its catalog; ours is for the newest release. */
class VerificationIT {

  @ParameterizedTest
  @MethodSource
  void passesOnTheReleaseThatTheCatalogIsFor(final Distribution besu) {
    try (Node node =
        NodeSetup.of(besu, Network.MERGE).with("--plugins-verification-mode=FULL").start()) {
      assertThat(node.log().saidByPlugin()).hasSize(1);
      assertThat(node.log().troublesAbout("plugin")).isEmpty();
    }
  }

  static Stream<Distribution> passesOnTheReleaseThatTheCatalogIsFor() {
    return Nodes.distributions().filter(besu -> besu.release().equals("26.8.0"));
  }
}
