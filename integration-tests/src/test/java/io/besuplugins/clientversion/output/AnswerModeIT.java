// SPDX-License-Identifier: Apache-2.0
package io.besuplugins.clientversion.output;

import static io.besuplugins.clientversion.dsl.node.NodeSelection.ANSWER_MODE;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.besuplugins.clientversion.dsl.OnSharedNodes;
import io.besuplugins.clientversion.dsl.node.Node;
import io.besuplugins.clientversion.dsl.rpc.JsonRpcClient;
import io.besuplugins.clientversion.dsl.rpc.JsonRpcResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The plugin's response to {@code engine_getClientVersionV1}, over HTTP with a token. */
@ParameterizedClass(name = "{0}", autoCloseArguments = false)
@OnSharedNodes(ANSWER_MODE)
class AnswerModeIT {

  private static final String METHOD = "engine_getClientVersionV1";
  private static final String PARAMS =
      "[{\"code\":\"LH\",\"name\":\"x\",\"unknown\":{}},\"more\",7]";

  @Parameter Node node;

  @ParameterizedTest
  @ValueSource(strings = {PARAMS, "[]", "null", "[null]", "[{}]", "[{\"code\":null}]"})
  void answersWithArrayOfOneObject(final String params) {
    assertThat(node.getClientVersion(params)).isEqualTo(node.configuration().response());
  }

  @Test
  void answersCallWithoutParams() {
    assertThat(node.engine().post("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"" + METHOD + "\"}"))
        .isEqualTo(node.configuration().response());
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '~',
      delimiter = '|',
      value = {
        "[\"LH\"]          | params[0] must be a ClientVersionV1 object, not a string",
        "[{\"commit\":{}}] | params[0].commit must be a string, not an object"
      })
  void rejectsInvalidClientVersion(final String params, final String reason) {
    assertThat(node.getClientVersion(params))
        .isEqualTo(JsonRpcResponse.withError(-32602, "Invalid params: " + reason));
  }

  @Test
  void answersEachCallOfBatch() {
    final String valid = JsonRpcClient.request(METHOD, PARAMS);
    final String invalid = JsonRpcClient.request(METHOD, "[7]");

    final JsonNode responses =
        node.engine().post("[" + valid + "," + invalid + "," + valid + "]").json();

    assertThat(responses).hasSize(3);
    assertThat(responses.get(0)).hasToString(node.configuration().response().body());
    assertThat(responses.at("/1/error/code").asInt()).isEqualTo(-32602);
    assertThat(responses.get(2)).isEqualTo(responses.get(0));
  }
}
