// SPDX-License-Identifier: Apache-2.0
package io.besuplugins.clientversion.clients;

import static io.besuplugins.clientversion.dsl.node.NodeSelection.ALL;
import static org.assertj.core.api.Assertions.assertThat;

import io.besuplugins.clientversion.dsl.OnSharedNodes;
import io.besuplugins.clientversion.dsl.client.ClientVersionRequest;
import io.besuplugins.clientversion.dsl.node.Node;
import java.util.List;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The requests of all known callers. Lodestar's own code runs in {@link LodestarIT}. */
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
}
