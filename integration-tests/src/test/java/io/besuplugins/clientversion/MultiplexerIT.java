package io.besuplugins.clientversion;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.besuplugins.clientversion.devnet.Caller;
import io.besuplugins.clientversion.devnet.FakeBesu;
import io.besuplugins.clientversion.devnet.Network;
import io.besuplugins.clientversion.devnet.Node;
import io.besuplugins.clientversion.devnet.NodeSetup;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Several execution clients behind one consensus client. */
class MultiplexerIT {

  @Test
  void concatenatesTheAnswersOfTwoNodesIntoOneFlatArray() {
    try (Node one = NodeSetup.of(FakeBesu.BESU_24_8_0, Network.MERGE).start();
        Node other = NodeSetup.of(FakeBesu.BESU_24_8_0, Network.MERGE).start()) {
      final ArrayNode answer = concatenated(List.of(one, other));

      assertThat(answer).hasSize(2);
      assertThat(answer)
          .allSatisfy(
              client ->
                  assertThat(client)
                      .hasToString(
                          "{\"code\":\"BU\",\"name\":\"Besu\",\"version\":\"24.8.0\",\"commit\":\"ac9f8bbd\"}"));
    }
  }

  /** What the specification demands of a multiplexer, and no more. */
  private static ArrayNode concatenated(final List<Node> nodes) {
    final ArrayNode all = JsonNodeFactory.instance.arrayNode();
    nodes.forEach(
        node -> all.addAll((ArrayNode) Caller.LIGHTHOUSE.asks(node).json().get("result")));
    return all;
  }
}
