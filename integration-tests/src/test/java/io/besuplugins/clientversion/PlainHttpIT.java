package io.besuplugins.clientversion;

import static org.assertj.core.api.Assertions.assertThat;

import io.besuplugins.clientversion.devnet.Caller;
import io.besuplugins.clientversion.devnet.Node;
import io.besuplugins.clientversion.devnet.NodeSetup;
import io.besuplugins.clientversion.devnet.Reply;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The plain HTTP port asks nobody for a token, and serves what {@code --rpc-http-api} names. */
class PlainHttpIT {

  private static final String WARNING =
      "WARN engine_getClientVersionV1 is served without a JWT, because --rpc-http-api or"
          + " --rpc-ws-api names ENGINE: take ENGINE out there, consensus clients use the engine"
          + " port";

  @ParameterizedTest
  @MethodSource("io.besuplugins.clientversion.Nodes#setupsThatLeaveTheAnswerToThePlugin")
  void servesThePluginsMethodWhenTheOperatorNamesEngineThere(final NodeSetup setup) {
    try (Node node = setup.with("--rpc-http-api=ETH,ENGINE").start()) {
      assertThat(asked(node).json().at("/result/0/code").asText()).isEqualTo("BU");
      assertThat(node.log().saidByPlugin())
          .containsOnlyOnce(WARNING)
          .anyMatch(line -> line.contains("Lighthouse"));
    }
  }

  @ParameterizedTest
  @MethodSource("io.besuplugins.clientversion.Nodes#setupsThatLeaveTheAnswerToThePlugin")
  void servesNothingOfItOtherwise(final NodeSetup setup) {
    try (Node node = setup.with("--rpc-http-api=ETH,NET,WEB3").start()) {
      assertThat(asked(node).json().at("/error/code").asInt()).isIn(-32601, -32604);
      assertThat(node.log().saidByPlugin())
          .doesNotContain(WARNING)
          .noneMatch(line -> line.contains("Lighthouse"));
    }
  }

  @ParameterizedTest
  @MethodSource("io.besuplugins.clientversion.Nodes#setupsThatAnswerByThemselves")
  void neverServesBesusOwnMethod(final NodeSetup setup) {
    try (Node node = setup.with("--rpc-http-api=ETH,ENGINE").start()) {
      assertThat(asked(node).json().at("/error/code").asInt()).isEqualTo(-32604);
      assertThat(node.log().saidByPlugin())
          .doesNotContain(WARNING)
          .noneMatch(line -> line.contains("Lighthouse"));
    }
  }

  private static Reply asked(final Node node) {
    return node.http().call("engine_getClientVersionV1", Caller.LIGHTHOUSE.params());
  }
}
