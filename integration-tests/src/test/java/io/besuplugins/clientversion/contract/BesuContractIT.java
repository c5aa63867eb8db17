// SPDX-License-Identifier: Apache-2.0
package io.besuplugins.clientversion.contract;

import static io.besuplugins.clientversion.dsl.node.NodeSelection.ANSWER_MODE;
import static io.besuplugins.clientversion.dsl.node.NodeSelection.OBSERVE_MODE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.besuplugins.clientversion.dsl.OnNewNodes;
import io.besuplugins.clientversion.dsl.client.ClientVersionRequest;
import io.besuplugins.clientversion.dsl.node.Node;
import io.besuplugins.clientversion.dsl.node.NodeConfiguration;
import io.besuplugins.clientversion.dsl.process.ProcessFailedException;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;

/** What Besu does about {@code engine_getClientVersionV1} without this plugin. */
@Tag("contract")
class BesuContractIT {

  private static final String BUILT_IN_METHOD_ERROR =
      "You can not override built in methods [engine_getClientVersionV1]";

  @TempDir Path directory;

  @OnNewNodes(ANSWER_MODE)
  void hasNoMethodWhereThePluginAnswers(final NodeConfiguration configuration) {
    try (Node node = configuration.withoutPlugin().start()) {
      assertThat(ClientVersionRequest.LIGHTHOUSE.sendTo(node).errorCode())
          .isEqualTo(configuration.distribution().isAtLeast("24.9.0") ? -32604 : -32601);
    }
  }

  @OnNewNodes(OBSERVE_MODE)
  void answersWhereThePluginObserves(final NodeConfiguration configuration) {
    try (Node node = configuration.withoutPlugin().start()) {
      assertThat(ClientVersionRequest.LIGHTHOUSE.sendTo(node)).isEqualTo(configuration.response());
      assertThat(node.getClientVersion("{\"code\":\"LH\"}").errorCode()).isEqualTo(-32600);
    }
  }

  @OnNewNodes(OBSERVE_MODE)
  void doesNotStartWithPluginThatRegistersBuiltInMethod(final NodeConfiguration configuration) {
    assertThatThrownBy(
            () -> configuration.withPlugin(OverridingPlugin.jarIn(directory)).start().close())
        .isInstanceOf(ProcessFailedException.class)
        .hasMessageContaining(BUILT_IN_METHOD_ERROR);
  }
}
