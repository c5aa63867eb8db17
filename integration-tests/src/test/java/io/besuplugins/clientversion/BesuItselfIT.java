package io.besuplugins.clientversion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.besuplugins.clientversion.devnet.AnswerReader;
import io.besuplugins.clientversion.devnet.Caller;
import io.besuplugins.clientversion.devnet.Node;
import io.besuplugins.clientversion.devnet.NodeFailedException;
import io.besuplugins.clientversion.devnet.NodeSetup;
import io.besuplugins.clientversion.devnet.OverridingPlugin;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What Besu does without this plugin, and with one that does not look: why there are two ways. */
class BesuItselfIT {

  @TempDir Path dir;

  @ParameterizedTest
  @MethodSource("io.besuplugins.clientversion.Nodes#setupsThatLeaveTheAnswerToThePlugin")
  void doesNotKnowTheMethodWhereThePluginAnswers(final NodeSetup setup) {
    try (Node node = setup.withoutPlugin().start()) {
      assertThat(Caller.LIGHTHOUSE.asks(node).json().at("/error/code").asInt())
          .isEqualTo(setup.distribution().isSince("24.9.0") ? -32604 : -32601);
    }
  }

  @ParameterizedTest
  @MethodSource("io.besuplugins.clientversion.Nodes#setupsThatLeaveTheAnswerToThePlugin")
  void letsAnyPluginAnswerThere(final NodeSetup setup) throws IOException {
    try (Node node = setup.withPlugin(OverridingPlugin.jarIn(dir)).start()) {
      assertThat(Caller.LIGHTHOUSE.asks(node).json().get("result").asText())
          .isEqualTo("overridden");
    }
  }

  @ParameterizedTest
  @MethodSource("io.besuplugins.clientversion.Nodes#setupsThatAnswerByThemselves")
  void answersTheSameWithoutThePluginWhereThePluginObserves(final NodeSetup setup) {
    final JsonNode without;
    try (Node node = setup.withoutPlugin().start()) {
      without = Caller.LIGHTHOUSE.asks(node).json();
    }
    try (Node node = setup.start()) {
      assertThat(without.has("result")).isTrue();
      assertThat(Caller.LIGHTHOUSE.asks(node).json()).isEqualTo(without);
    }
  }

  @ParameterizedTest
  @MethodSource("io.besuplugins.clientversion.Nodes#setupsThatAnswerWithABareObject")
  void answersWhatNoConsensusClientTakesWhereItIsABareObject(final NodeSetup setup) {
    try (Node node = setup.withoutPlugin().start()) {
      final JsonNode result = Caller.LIGHTHOUSE.asks(node).json().get("result");
      assertThat(AnswerReader.values())
          .allSatisfy(
              client ->
                  assertThatIllegalArgumentException()
                      .isThrownBy(() -> client.read(result))
                      .withMessageStartingWith("not an array"));
    }
  }

  @ParameterizedTest
  @MethodSource("io.besuplugins.clientversion.Nodes#setupsThatAnswerThemselvesWithAnArray")
  void answersWhatEveryConsensusClientTakesWhereItIsAnArray(final NodeSetup setup) {
    try (Node node = setup.withoutPlugin().start()) {
      final JsonNode result = Caller.LIGHTHOUSE.asks(node).json().get("result");
      assertThat(AnswerReader.values())
          .allSatisfy(
              client -> assertThat(client.read(result)).containsAnyOf("Besu", "graffiti BU"));
    }
  }

  @ParameterizedTest
  @MethodSource("io.besuplugins.clientversion.Nodes#setupsThatAnswerByThemselves")
  void doesNotStartWhenAPluginRegistersTheMethodThere(final NodeSetup setup) {
    assertThatThrownBy(() -> setup.withPlugin(OverridingPlugin.jarIn(dir)).start().close())
        .isInstanceOf(NodeFailedException.class)
        .hasMessageContaining("You can not override built in methods [engine_getClientVersionV1]");
  }
}
