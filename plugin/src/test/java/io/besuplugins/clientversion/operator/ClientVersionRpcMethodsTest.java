// SPDX-License-Identifier: Apache-2.0
package io.besuplugins.clientversion.operator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.besuplugins.clientversion.RecordingRpcEndpointService;
import io.besuplugins.clientversion.consensus.ConsensusClientSnapshot;
import io.besuplugins.clientversion.identification.ClientVersion;
import io.besuplugins.clientversion.operator.PluginStatus.Mode;
import java.util.List;
import org.hyperledger.besu.plugin.services.exception.PluginRpcEndpointException;
import org.hyperledger.besu.plugin.services.rpc.RpcMethodError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClientVersionRpcMethodsTest {

  private static final ClientVersion BESU = new ClientVersion("BU", "Besu", "26.8.0", "f2557d7c");
  private static final ClientVersion TEKU = new ClientVersion("TK", "teku", "v26.8.0", "87fa8ca7");
  private static final ClientVersion LODESTAR = new ClientVersion("LS", "", "", "");
  private static final String TWO = "2026-11-21T02:00:00Z";
  private static final String THREE = "2026-11-21T03:00:00Z";
  private static final List<ConsensusClientSnapshot> CLIENTS =
      List.of(
          new ConsensusClientSnapshot(TEKU, TWO, THREE, 42, true),
          new ConsensusClientSnapshot(LODESTAR, TWO, TWO, 1, false));

  private final RecordingRpcEndpointService rpc = new RecordingRpcEndpointService();
  private PluginStatus status = new PluginStatus(BESU, "0.1.0", Mode.OBSERVE, null);

  ClientVersionRpcMethodsTest() {
    new ClientVersionRpcMethods(() -> CLIENTS, () -> status).register(rpc);
  }

  @Test
  void consensusClientsReturnsEachClientAndWhichIsCurrent() {
    assertThat(rpc.callForJson("clientversion_consensusClients"))
        .isEqualTo(
            """
            [{"code":"TK","name":"teku","version":"v26.8.0","commit":"87fa8ca7",\
            "firstSeen":"2026-11-21T02:00:00Z","lastSeen":"2026-11-21T03:00:00Z","calls":42,"current":true},\
            {"code":"LS","name":"lodestar","version":"","commit":"",\
            "firstSeen":"2026-11-21T02:00:00Z","lastSeen":"2026-11-21T02:00:00Z","calls":1,"current":false}]""");
  }

  @Test
  void executionClientReturnsIdentityAndModeAndAReasonOnlyIfOff() {
    final String identity =
        """
        {"code":"BU","name":"Besu","version":"26.8.0","commit":"f2557d7c","plugin":"0.1.0",""";
    assertThat(rpc.callForJson("clientversion_executionClient"))
        .isEqualTo(identity + "\"mode\":\"OBSERVE\"}");

    status = new PluginStatus(BESU, "0.1.0", Mode.OFF, "no RpcEndpointService");
    assertThat(rpc.callForJson("clientversion_executionClient"))
        .isEqualTo(identity + "\"mode\":\"OFF\",\"reason\":\"no RpcEndpointService\"}");
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
