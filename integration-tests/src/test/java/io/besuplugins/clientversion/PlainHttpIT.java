package io.besuplugins.clientversion;

import static org.assertj.core.api.Assertions.assertThat;

import io.besuplugins.clientversion.devnet.Caller;
import io.besuplugins.clientversion.devnet.Network;
import io.besuplugins.clientversion.devnet.Node;
import io.besuplugins.clientversion.devnet.NodeProcess;
import io.besuplugins.clientversion.devnet.Reply;
import io.besuplugins.clientversion.devnet.StandIn;
import org.junit.jupiter.api.Test;

/** The plain HTTP port asks nobody for a token, and serves what {@code --rpc-http-api} names. */
class PlainHttpIT {

  @Test
  void servesTheMethodWhenTheOperatorNamesEngineThere() {
    try (Node node =
        NodeProcess.start(StandIn.BESU_24_8_0, Network.MERGE, "--rpc-http-api=ETH,ENGINE")) {
      assertThat(asked(node).json().at("/result/0/code").asText()).isEqualTo("BU");
      assertThat(node.log().saidByPlugin()).anyMatch(line -> line.contains("Lighthouse"));
    }
  }

  @Test
  void servesNothingOfItOtherwise() {
    try (Node node =
        NodeProcess.start(StandIn.BESU_24_8_0, Network.MERGE, "--rpc-http-api=ETH,NET,WEB3")) {
      assertThat(asked(node).json().at("/error/code").asInt()).isEqualTo(-32601);
      assertThat(node.log().saidByPlugin()).noneMatch(line -> line.contains("Lighthouse"));
    }
  }

  private static Reply asked(final Node node) {
    return node.http().call("engine_getClientVersionV1", Caller.LIGHTHOUSE.params());
  }
}
