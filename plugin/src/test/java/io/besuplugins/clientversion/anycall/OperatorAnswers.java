package io.besuplugins.clientversion.anycall;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.besuplugins.clientversion.consensus.SeenClient;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.hyperledger.besu.plugin.services.RpcEndpointService;
import org.hyperledger.besu.plugin.services.rpc.PluginRpcRequest;

/** The operator's RPC methods, asked as on the wire. */
final class OperatorAnswers implements RpcEndpointService {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Map<String, Function<PluginRpcRequest, ?>> methods = new HashMap<>();

  @Override
  public <T> void registerRPCEndpoint(
      final String namespace,
      final String functionName,
      final Function<PluginRpcRequest, T> function) {
    methods.put(namespace + "_" + functionName, function);
  }

  /** The answer lists these, with the same four texts, times and counts. */
  void checkConsensusClients(final List<SeenClient> seen) {
    final JsonNode answer = ask("clientversion_consensusClients");
    assertThat(answer).hasSize(seen.size());
    for (int i = 0; i < seen.size(); i++) {
      final JsonNode entry = answer.get(i);
      final SeenClient client = seen.get(i);
      final List<String> texts =
          List.of("code", "name", "version", "commit").stream()
              .map(field -> entry.get(field).textValue())
              .toList();
      Promises.holdForIdentity(texts);
      assertThat(texts)
          .containsExactly(
              client.client().code(),
              client.client().name(),
              client.client().version(),
              client.client().commit());
      assertThat(entry.get("calls").longValue()).isEqualTo(client.calls()).isPositive();
      assertThat(Instant.parse(entry.get("lastSeen").textValue()))
          .isEqualTo(client.lastSeen().truncatedTo(ChronoUnit.SECONDS))
          .isAfterOrEqualTo(Instant.parse(entry.get("firstSeen").textValue()));
    }
  }

  private JsonNode ask(final String method) {
    try {
      return JSON.readTree(JSON.writeValueAsString(methods.get(method).apply(() -> null)));
    } catch (final JsonProcessingException notJson) {
      throw new AssertionError(notJson);
    }
  }
}
