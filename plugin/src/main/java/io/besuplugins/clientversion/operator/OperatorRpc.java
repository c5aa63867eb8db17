package io.besuplugins.clientversion.operator;

import io.besuplugins.clientversion.consensus.SeenClient;
import io.besuplugins.clientversion.identification.ClientVersion;
import io.besuplugins.clientversion.jsonrpc.InvalidParams;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.hyperledger.besu.plugin.services.RpcEndpointService;
import org.hyperledger.besu.plugin.services.exception.PluginRpcEndpointException;
import org.hyperledger.besu.plugin.services.rpc.PluginRpcRequest;

/**
 * The RPC methods with which an operator asks who drives the node. Besu serves them where {@code
 * --rpc-http-api} or {@code --rpc-ws-api} names {@code CLIENTVERSION}.
 *
 * <p>The namespace must begin with neither {@code engine} nor {@code eth}: Besu compares beginnings
 * and would serve it on the engine port.
 */
public final class OperatorRpc {

  private static final String NAMESPACE = "clientversion";

  private final Supplier<List<SeenClient>> consensusClients;
  private final Supplier<PluginStatus> status;

  /**
   * Methods that answer with what these tell.
   *
   * @param consensusClients those seen, the latest first
   * @param status of the plugin on this node
   */
  public OperatorRpc(
      final Supplier<List<SeenClient>> consensusClients, final Supplier<PluginStatus> status) {
    this.consensusClients = consensusClients;
    this.status = status;
  }

  /** Adds the methods; Besu takes a namespace in {@code register()} only. */
  public void addTo(final RpcEndpointService rpc) {
    rpc.registerRPCEndpoint(
        NAMESPACE,
        "consensusClients",
        request ->
            withoutParams(request, consensusClients).stream().map(OperatorRpc::fields).toList());
    rpc.registerRPCEndpoint(
        NAMESPACE, "executionClient", request -> fields(withoutParams(request, status)));
  }

  private static Map<String, Object> fields(final PluginStatus status) {
    final Map<String, Object> fields = fields(status.besu());
    fields.put("plugin", status.plugin());
    fields.put("mode", status.mode().name());
    return fields;
  }

  private static Map<String, Object> fields(final ClientVersion client) {
    final Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("code", client.code());
    fields.put("name", client.name());
    fields.put("version", client.version());
    fields.put("commit", client.commit());
    return fields;
  }

  private static Map<String, Object> fields(final SeenClient seen) {
    final Map<String, Object> fields = fields(seen.client());
    fields.put("firstSeen", time(seen.firstSeen()));
    fields.put("lastSeen", time(seen.lastSeen()));
    fields.put("calls", seen.calls());
    return fields;
  }

  private static String time(final Instant instant) {
    return instant.truncatedTo(ChronoUnit.SECONDS).toString();
  }

  private static <T> T withoutParams(final PluginRpcRequest request, final Supplier<T> answer) {
    final Object[] params = request.getParams();
    if (params != null && params.length > 0) {
      throw new PluginRpcEndpointException(new InvalidParams("there must be none"));
    }
    return answer.get();
  }
}
