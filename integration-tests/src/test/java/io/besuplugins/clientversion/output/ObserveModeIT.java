// SPDX-License-Identifier: Apache-2.0
package io.besuplugins.clientversion.output;

import static io.besuplugins.clientversion.dsl.node.NodeSelection.OBSERVE_MODE;
import static org.assertj.core.api.Assertions.assertThat;

import io.besuplugins.clientversion.dsl.OnSharedNodes;
import io.besuplugins.clientversion.dsl.node.Node;
import io.besuplugins.clientversion.dsl.rpc.JsonRpcClient;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Besu's own response stays as it is, and the plugin records the callers. */
@ParameterizedClass(name = "{0}", autoCloseArguments = false)
@OnSharedNodes(OBSERVE_MODE)
class ObserveModeIT {

  @Parameter Node node;

  @ParameterizedTest
  @ValueSource(strings = {"[\"junk\"]", "[{\"code\":7}]", "[]", "[null]"})
  void leavesResponseUnchangedAndLogsNothingWithoutClientVersion(final String params) {
    final List<String> before = node.log().pluginLines();

    assertThat(node.getClientVersion(params)).isEqualTo(node.configuration().response());
    assertThat(node.log().pluginLines()).isEqualTo(before);
  }

  @Test
  void recordsEachCallOfBatch() {
    node.engine().post("[" + request("batch-1") + "," + request("batch-2") + "]");

    assertThat(node.log().pluginMessages())
        .anyMatch(line -> line.contains("lighthouse batch-1 "))
        .anyMatch(line -> line.contains("lighthouse batch-2 "));
  }

  @Test
  void ignoresOtherEngineMethods() {
    final List<String> before = node.log().pluginLines();

    node.engine().call("engine_exchangeCapabilities", "[[\"engine_getClientVersionV1\"]]");

    assertThat(node.log().pluginLines()).isEqualTo(before);
  }

  private static String request(final String version) {
    return JsonRpcClient.request(
        "engine_getClientVersionV1", "[{\"code\":\"LH\",\"version\":\"%s\"}]".formatted(version));
  }
}
