package io.besuplugins.clientversion.operator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.besuplugins.clientversion.consensus.SeenClient;
import io.besuplugins.clientversion.identification.ClientVersion;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.hyperledger.besu.plugin.services.RpcEndpointService;
import org.hyperledger.besu.plugin.services.exception.PluginRpcEndpointException;
import org.hyperledger.besu.plugin.services.rpc.PluginRpcRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OperatorRpcTest {

  private static final List<SeenClient> SEEN =
      List.of(
          new SeenClient(
              new ClientVersion("TK", "teku", "v26.8.0", "87fa8ca7"),
              Instant.parse("2026-11-21T02:00:00Z"),
              Instant.parse("2026-11-21T03:04:05.678901Z"),
              42),
          new SeenClient(
              new ClientVersion("LS", "", "", ""),
              Instant.parse("2026-11-20T02:00:00Z"),
              Instant.parse("2026-11-20T02:00:00Z"),
              1));

  private final Methods methods = new Methods();

  OperatorRpcTest() {
    new OperatorRpc(
            () -> SEEN,
            () ->
                new PluginStatus(
                    new ClientVersion("BU", "Besu", "26.8.0", "f2557d7c"), "0.1.0", Mode.OBSERVE))
        .addTo(methods);
  }

  @Test
  void listsTheConsensusClients() throws JsonProcessingException {
    assertThat(methods.call("clientversion_consensusClients"))
        .isEqualTo(
            "[{\"code\":\"TK\",\"name\":\"teku\",\"version\":\"v26.8.0\",\"commit\":\"87fa8ca7\","
                + "\"firstSeen\":\"2026-11-21T02:00:00Z\",\"lastSeen\":\"2026-11-21T03:04:05Z\","
                + "\"calls\":42},"
                + "{\"code\":\"LS\",\"name\":\"lodestar\",\"version\":\"\",\"commit\":\"\","
                + "\"firstSeen\":\"2026-11-20T02:00:00Z\",\"lastSeen\":\"2026-11-20T02:00:00Z\","
                + "\"calls\":1}]");
  }

  @Test
  void tellsWhatTheExecutionClientAndThePluginAre() throws JsonProcessingException {
    assertThat(methods.call("clientversion_executionClient"))
        .isEqualTo(
            "{\"code\":\"BU\",\"name\":\"Besu\",\"version\":\"26.8.0\",\"commit\":\"f2557d7c\","
                + "\"plugin\":\"0.1.0\",\"mode\":\"OBSERVE\"}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"clientversion_consensusClients", "clientversion_executionClient"})
  void takesNoParams(final String method) throws JsonProcessingException {
    assertThat(methods.call(method, new Object[] {}))
        .isEqualTo(methods.call(method, (Object[]) null));
    assertThatThrownBy(() -> methods.call(method, 1))
        .isInstanceOf(PluginRpcEndpointException.class);
  }

  @Test
  void staysOffTheEnginePort() {
    assertThat(methods.functions.keySet())
        .hasSize(2)
        .noneMatch(name -> name.startsWith("engine") || name.startsWith("eth"));
  }

  private static final class Methods implements RpcEndpointService {

    private final Map<String, Function<PluginRpcRequest, ?>> functions = new HashMap<>();

    @Override
    public <T> void registerRPCEndpoint(
        final String namespace,
        final String functionName,
        final Function<PluginRpcRequest, T> function) {
      functions.put(namespace + "_" + functionName, function);
    }

    String call(final String method, final Object... params) throws JsonProcessingException {
      return new ObjectMapper().writeValueAsString(functions.get(method).apply(() -> params));
    }
  }
}
