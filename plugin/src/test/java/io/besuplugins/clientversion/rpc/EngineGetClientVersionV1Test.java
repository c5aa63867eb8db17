// SPDX-License-Identifier: Apache-2.0
package io.besuplugins.clientversion.rpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoMoreInteractions;

import io.besuplugins.clientversion.RecordingRpcEndpointService;
import io.besuplugins.clientversion.client.ClientVersion;
import io.besuplugins.clientversion.client.ConsensusClientTracker;
import java.util.List;
import java.util.Map;
import org.hyperledger.besu.plugin.services.exception.PluginRpcEndpointException;
import org.hyperledger.besu.plugin.services.rpc.RpcMethodError;
import org.junit.jupiter.api.Test;

class EngineGetClientVersionV1Test {

  private static final ClientVersion BESU = new ClientVersion("BU", "Besu", "24.8.0", "ac9f8bbd");

  private final ConsensusClientTracker tracker = mock();
  private final EngineGetClientVersionV1 method = new EngineGetClientVersionV1(BESU, tracker);

  @Test
  void returnsAnArrayOfOneClientVersionTheSameToEveryCaller() {
    final RecordingRpcEndpointService rpc = new RecordingRpcEndpointService();
    method.register(rpc::registerRPCEndpoint);
    assertThat(rpc.callForJson("engine_getClientVersionV1"))
        .isEqualTo(rpc.callForJson("engine_getClientVersionV1", Map.of("code", "LH")))
        .isEqualTo(
            "[{\"code\":\"BU\",\"name\":\"Besu\",\"version\":\"24.8.0\",\"commit\":\"ac9f8bbd\"}]");
  }

  @Test
  void recordsTheCaller() {
    method.execute(() -> new Object[] {Map.of("code", "LH", "version", "v5.3.0")});
    verify(tracker).recordCall(new ClientVersion("LH", "lighthouse", "v5.3.0", ""));
  }

  @Test
  void answersACallerThatDoesNotIdentifyItself() {
    assertThat(method.execute(() -> null)).isEqualTo(List.of(BESU));
    verify(tracker).recordUnidentifiedCall("no ClientVersionV1");
  }

  @Test
  void rejectsWhatCannotBeAClientVersion() {
    final RpcMethodError error =
        catchThrowableOfType(
                PluginRpcEndpointException.class, () -> method.execute(() -> new Object[] {"LH"}))
            .getRpcMethodError();
    assertThat(error.getCode()).isEqualTo(-32602);
    assertThat(error.getMessage())
        .isEqualTo("Invalid params: params[0] must be a ClientVersionV1 object, not a string");
    verify(tracker).recordRejectedCall("params[0] must be a ClientVersionV1 object, not a string");
    verifyNoMoreInteractions(tracker);
  }

  @Test
  void answersWhateverGoesWrong() {
    final StackOverflowError failure = new StackOverflowError();
    assertThat(
            method.execute(
                () -> {
                  throw failure;
                }))
        .isEqualTo(List.of(BESU));
    verify(tracker).recordFailure(failure);

    final IllegalStateException broken = new IllegalStateException();
    doThrow(broken).when(tracker).recordCall(any());
    assertThat(method.execute(() -> new Object[] {Map.of("code", "LH")})).isEqualTo(List.of(BESU));
    verify(tracker).recordFailure(broken);
  }
}
