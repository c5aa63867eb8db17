// SPDX-License-Identifier: Apache-2.0
package io.besuplugins.clientversion.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.besuplugins.clientversion.PluginHarness;
import java.util.List;
import java.util.Map;
import org.hyperledger.besu.plugin.services.exception.PluginRpcEndpointException;
import org.hyperledger.besu.plugin.services.rpc.RpcMethodError;
import org.junit.jupiter.api.Test;

class EngineGetClientVersionV1Test {

  private final PluginHarness plugin = new PluginHarness();

  @Test
  void returnsAnArrayOfOneClientVersionTheSameToEveryCaller() {
    assertThat(plugin.rpc.callForJson("engine_getClientVersionV1"))
        .isEqualTo(
            "[{\"code\":\"BU\",\"name\":\"Besu\",\"version\":\"24.8.0\",\"commit\":\"ac9f8bbd\"}]");
    assertThat(call(Map.of("code", "LH"))).isSameAs(call(Map.of("code", "BU", "version", "1")));
  }

  @Test
  void recordsTheCallerWhoeverAnswers() {
    call(Map.of("code", "LH", "version", "v5.3.0"));
    plugin.call(() -> null);
    plugin.recorder.record(new Object[] {Map.of("code", "TK")});
    plugin.recorder.record(null);
    plugin.recorder.record(new Object[] {7});

    assertThat(PluginHarness.LOG.lines())
        .containsExactly(
            "INFO Consensus client: lighthouse v5.3.0 (LH, no commit)",
            "DEBUG A consensus client called without identifying itself",
            "INFO Consensus client changed: teku without version (TK, no commit) took over from"
                + " lighthouse v5.3.0 (LH, no commit)",
            "DEBUG A consensus client called without identifying itself",
            "DEBUG A consensus client called with an invalid ClientVersionV1: params[0] must be a"
                + " ClientVersionV1 object, not a number");
  }

  @Test
  void rejectsWhatCannotBeAClientVersion() {
    final RpcMethodError error = rejectionOf("LH");

    assertThat(error.getCode()).isEqualTo(-32602);
    assertThat(error.getMessage())
        .isEqualTo("Invalid params: params[0] must be a ClientVersionV1 object, not a string");
    assertThat(PluginHarness.LOG.lines())
        .containsExactly(
            "DEBUG Rejected a call of a consensus client: params[0] must be a ClientVersionV1"
                + " object, not a string");
    assertThat(plugin.failures).isEmpty();
  }

  @Test
  void answersAndRejectsEvenIfRecordingFails() {
    final IllegalStateException failure = new IllegalStateException("disk full");
    plugin.tracker.publishCounts(
        (identity, count) -> {
          throw failure;
        },
        count -> {
          if (count > 0) {
            throw failure;
          }
        });

    assertThat(call(Map.of("code", "LH"))).isEqualTo(List.of(PluginHarness.BESU));
    assertThat(rejectionOf(7).getCode()).isEqualTo(-32602);
    assertThat(plugin.failures).containsExactly(failure, failure);
  }

  @Test
  void answersWhateverGoesWrongWithTheRequest() {
    final StackOverflowError failure = new StackOverflowError();

    assertThat(
            plugin.call(
                () -> {
                  throw failure;
                }))
        .isEqualTo(List.of(PluginHarness.BESU));
    assertThat(plugin.failures).containsExactly(failure);
  }

  private RpcMethodError rejectionOf(final Object param) {
    return catchThrowableOfType(PluginRpcEndpointException.class, () -> call(param))
        .getRpcMethodError();
  }

  private Object call(final Object param) {
    return plugin.call(() -> new Object[] {param});
  }
}
