package io.besuplugins.clientversion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.besuplugins.clientversion.devnet.Caller;
import io.besuplugins.clientversion.devnet.Distribution;
import io.besuplugins.clientversion.devnet.Network;
import io.besuplugins.clientversion.devnet.Node;
import io.besuplugins.clientversion.devnet.NodeFailedException;
import io.besuplugins.clientversion.devnet.NodeSetup;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The operator's switch for the observer, in each way in which Besu takes an option. */
class ObserverSwitchIT {

  private static final String OPTION = "--plugin-client-version-observer-enabled";

  @TempDir Path dir;

  @ParameterizedTest
  @MethodSource("io.besuplugins.clientversion.Nodes#setupsThatAnswerByThemselves")
  void worksOnTheCommandLine(final NodeSetup setup) {
    assertThatNobodyIsNotedWith(setup.with(OPTION + "=false"));
  }

  @ParameterizedTest
  @MethodSource("io.besuplugins.clientversion.Nodes#setupsThatAnswerByThemselves")
  void worksInTheEnvironment(final NodeSetup setup) {
    assertThatNobodyIsNotedWith(
        setup.withVariable("BESU_PLUGIN_CLIENT_VERSION_OBSERVER_ENABLED", "false"));
  }

  @ParameterizedTest
  @MethodSource("io.besuplugins.clientversion.Nodes#setupsThatAnswerByThemselves")
  void worksInATomlFile(final NodeSetup setup) throws IOException {
    final Path toml =
        Files.writeString(
            dir.resolve("besu.toml"), "plugin-client-version-observer-enabled=false\n");
    assertThatNobodyIsNotedWith(setup.with("--config-file=" + toml));
  }

  @ParameterizedTest
  @MethodSource("io.besuplugins.clientversion.Nodes#distributions")
  void refusesWhatIsNotABoolean(final Distribution distribution) {
    assertThatThrownBy(
            () -> NodeSetup.of(distribution, Network.MERGE).with(OPTION + "=maybe").start().close())
        .isInstanceOf(NodeFailedException.class)
        .hasMessageContaining("'" + OPTION + "'")
        .hasMessageContaining("'maybe' is not a boolean");
  }

  private static void assertThatNobodyIsNotedWith(final NodeSetup setup) {
    try (Node node = setup.start()) {
      Caller.LIGHTHOUSE.asks(node);

      assertThat(node.log().saidByPlugin())
          .singleElement()
          .asString()
          .startsWith("INFO engine_getClientVersionV1 is left alone by this plugin");
    }
  }
}
