// SPDX-License-Identifier: Apache-2.0
package io.besuplugins.clientversion.rpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.besuplugins.clientversion.RecordingRpcEndpointService;
import io.besuplugins.clientversion.besu.Mode;
import io.besuplugins.clientversion.client.ClientVersion;
import io.besuplugins.clientversion.client.ConsensusClientTracker;
import java.time.Instant;
import org.hyperledger.besu.plugin.services.exception.PluginRpcEndpointException;
import org.hyperledger.besu.plugin.services.rpc.RpcMethodError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClientVersionRpcMethodsTest {

  private static final ClientVersion BESU = new ClientVersion("BU", "Besu", "26.8.0", "f2557d7c");

  private final RecordingRpcEndpointService rpc = new RecordingRpcEndpointService();
  private Instant now = Instant.parse("2026-11-21T02:00:00.999Z");
  private final ConsensusClientTracker tracker = new ConsensusClientTracker(() -> now);
  private PluginStatus status = new PluginStatus(BESU, "1.0.0", Mode.OFF, "first reason");

  ClientVersionRpcMethodsTest() {
    new ClientVersionRpcMethods(tracker, () -> status).register(rpc::registerRPCEndpoint);
  }

  @Test
  void consensusClientsReturnsEachClientAndWhichIsCurrent() {
    final ClientVersion teku = new ClientVersion("TK", "teku", "v26.8.0", "87fa8ca7");
    tracker.recordCall(teku);
    tracker.recordCall(new ClientVersion("LS", "", "", ""));
    now = now.plusSeconds(3600);
    tracker.recordCall(teku);
    assertThat(rpc.callForJson("clientversion_consensusClients"))
        .isEqualTo(
            """
            [{"code":"TK","name":"teku","version":"v26.8.0","commit":"87fa8ca7",\
            "firstSeen":"2026-11-21T02:00:00Z","lastSeen":"2026-11-21T03:00:00Z","calls":2,"current":true},\
            {"code":"LS","name":"lodestar","version":"","commit":"",\
            "firstSeen":"2026-11-21T02:00:00Z","lastSeen":"2026-11-21T02:00:00Z","calls":1,"current":false}]""");
  }

  @Test
  void executionClientReturnsIdentityModeAndReasonAtTheTimeOfTheCall() {
    status = new PluginStatus(BESU, "1.0.0", Mode.OBSERVE, "second reason");
    assertThat(rpc.callForJson("clientversion_executionClient"))
        .isEqualTo(
            """
            {"code":"BU","name":"Besu","version":"26.8.0","commit":"f2557d7c",\
            "pluginVersion":"1.0.0","mode":"OBSERVE","reason":"second reason"}""");
  }

  @ParameterizedTest
  @ValueSource(strings = {"clientversion_consensusClients", "clientversion_executionClient"})
  void rejectsParameters(final String method) {
    assertThat(rpc.callForJson(method)).isEqualTo(rpc.callForJson(method, (Object[]) null));
    final RpcMethodError error =
        catchThrowableOfType(
                PluginRpcEndpointException.class, () -> rpc.callForJson(method, (Object) null))
            .getRpcMethodError();
    assertThat(error.getCode()).isEqualTo(-32602);
    assertThat(error.getMessage()).isEqualTo("Invalid params: expected no parameters");
  }
}
