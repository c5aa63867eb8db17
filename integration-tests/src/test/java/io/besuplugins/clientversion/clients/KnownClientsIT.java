// SPDX-License-Identifier: Apache-2.0
package io.besuplugins.clientversion.clients;

import static io.besuplugins.clientversion.devnet.node.NodeSelection.ALL;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.besuplugins.clientversion.devnet.OnSharedNodes;
import io.besuplugins.clientversion.devnet.client.ClientVersionRequest;
import io.besuplugins.clientversion.devnet.node.Node;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The requests of all known callers, and the response as their code parses it. */
@ParameterizedClass(name = "{0}", autoCloseArguments = false)
@OnSharedNodes(ALL)
class KnownClientsIT {

  @Parameter Node node;

  @ParameterizedTest
  @EnumSource
  void areAnsweredAndLogged(final ClientVersionRequest request) {
    final List<String> before = node.log().pluginLines();

    assertThat(request.sendTo(node).result().findValuesAsText("code")).containsExactly("BU");

    final List<String> after = node.log().pluginLines();
    if (request.identity().isPresent()) {
      final String identity = request.identity().get();
      assertThat(after).anyMatch(line -> line.contains(" INFO ") && line.contains(identity));
    } else {
      assertThat(after).isEqualTo(before);
    }
    request.sendTo(node);
    assertThat(node.log().pluginLines()).isEqualTo(after);
  }

  /**
   * Lighthouse, Teku and Grandine are the strictest: one entry, four texts, a code of two bytes and
   * a commit of four. Source: {@code execution_layer/src/engine_api/http.rs} of Lighthouse, {@code
   * ExecutionClientVersionProvider} and {@code AbstractBytesDeserializer} of Teku, {@code
   * eth1_api/src/tasks.rs} of Grandine. Lodestar's own code runs in {@link LodestarIT}.
   */
  @Test
  void receiveWhatTheStrictestAccept() {
    final JsonNode result = ClientVersionRequest.LIGHTHOUSE.sendTo(node).result();

    assertThat(result.isArray()).isNotEqualTo(node.configuration().isAnsweredWithBareObject());
    if (result.isArray()) {
      assertThat(result).hasSize(1);
      assertThat(result.get(0)).hasSize(4).allMatch(JsonNode::isTextual);
      assertThat(result.at("/0/code").asText()).hasSize(2);
      assertThat(result.at("/0/name").asText()).isEqualTo("Besu");
      assertThat(result.at("/0/version").asText()).isNotEmpty();
      assertThat(result.at("/0/commit").asText()).matches("[0-9a-f]{8}");
    }
  }
}
