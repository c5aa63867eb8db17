// SPDX-License-Identifier: Apache-2.0
package io.besuplugins.clientversion.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.besuplugins.clientversion.PluginHarness;
import io.besuplugins.clientversion.consensus.ConsensusClientListener;
import io.besuplugins.clientversion.identification.ClientVersion;
import java.util.List;
import java.util.Map;
import org.hyperledger.besu.plugin.services.exception.PluginRpcEndpointException;
import org.hyperledger.besu.plugin.services.rpc.PluginRpcRequest;
import org.hyperledger.besu.plugin.services.rpc.RpcMethodError;
import org.junit.jupiter.api.Test;

class EngineGetClientVersionV1Test {

  private final PluginHarness plugin = new PluginHarness();

  @Test
  void returnsAnArrayOfOneClientVersion() {
    assertThat(plugin.rpc.callForJson("engine_getClientVersionV1"))
        .isEqualTo(
            "[{\"code\":\"BU\",\"name\":\"Besu\",\"version\":\"24.8.0\",\"commit\":\"ac9f8bbd\"}]");
  }

  @Test
  void returnsTheSameToEveryCaller() {
    assertThat(plugin.call(request(Map.of("code", "LH"))))
        .isSameAs(plugin.call(request(Map.of("code", "BU", "version", "1"))))
        .isSameAs(plugin.call(() -> null));
  }

  @Test
  void recordsTheCaller() {
    plugin.call(request(Map.of("code", "LH", "version", "v5.3.0")));
    plugin.call(() -> null);

    assertThat(plugin.takeLog())
        .containsExactly(
            "INFO Consensus client: lighthouse v5.3.0 (LH, no commit)",
            "DEBUG A consensus client called without identifying itself");
    assertThat(plugin.tracker.mostRecentFirst()).hasSize(1);
  }

  @Test
  void rejectsWhatCannotBeAClientVersion() {
    assertThat(rejectionOf("LH").getMessage())
        .isEqualTo("Invalid params: params[0] must be a ClientVersionV1 object, not a string");
    assertThat(rejectionOf(7).getCode()).isEqualTo(-32602);
    assertThat(plugin.takeLog())
        .contains(
            "DEBUG Rejected a call of a consensus client: params[0] must be a ClientVersionV1"
                + " object, not a string");
    assertThat(plugin.failures).isEmpty();
  }

  @Test
  void recordsACallerThatBesuAnswersWhateverItSends() {
    plugin.recorder.record(new Object[] {Map.of("code", "LH")});
    plugin.recorder.record(null);
    plugin.recorder.record(new Object[] {7});

    assertThat(plugin.takeLog())
        .containsExactly(
            "INFO Consensus client: lighthouse without version (LH, no commit)",
            "DEBUG A consensus client called without identifying itself",
            "DEBUG A consensus client called with an invalid ClientVersionV1: params[0] must be a"
                + " ClientVersionV1 object, not a number");
  }

  @Test
  void answersAndRejectsEvenIfRecordingFails() {
    final IllegalStateException failure = new IllegalStateException("disk full");
    plugin.tracker.addListener(
        new ConsensusClientListener() {
          @Override
          public void onFirstSeen(final ClientVersion client) {
            throw failure;
          }

          @Override
          public void onRejectedCall(final String reason) {
            throw failure;
          }
        });

    assertThat(plugin.call(request(Map.of("code", "LH")))).isEqualTo(List.of(PluginHarness.BESU));
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
    return catchThrowableOfType(PluginRpcEndpointException.class, () -> plugin.call(request(param)))
        .getRpcMethodError();
  }

  private static PluginRpcRequest request(final Object... params) {
    return () -> params;
  }
}
