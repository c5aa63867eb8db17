package io.besuplugins.clientversion.engine;

import io.besuplugins.clientversion.identification.ClientVersion;
import io.besuplugins.clientversion.jsonrpc.InvalidParams;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.hyperledger.besu.plugin.services.exception.PluginRpcEndpointException;
import org.hyperledger.besu.plugin.services.rpc.PluginRpcRequest;

/**
 * Answers {@code engine_getClientVersionV1} where Besu has no method of that name: with an array of
 * exactly one object, the same for every caller.
 */
public final class GetClientVersion implements Function<PluginRpcRequest, List<ClientVersion>> {

  /** The first part of the method's name, under which Besu's engine port serves it. */
  public static final String NAMESPACE = "engine";

  /** The second part of the method's name. */
  public static final String FUNCTION = "getClientVersionV1";

  /** The method's name. */
  public static final String NAME = NAMESPACE + "_" + FUNCTION;

  private final List<ClientVersion> answer;
  private final CallerNotes callers;

  /**
   * The method of one node.
   *
   * @param besu the identity that is answered
   * @param callers notes who asks
   */
  public GetClientVersion(final ClientVersion besu, final CallerNotes callers) {
    this.answer = List.of(besu);
    this.callers = callers;
  }

  /**
   * Notes the caller and answers.
   *
   * @throws PluginRpcEndpointException with code -32602 when the first parameter cannot be a {@code
   *     ClientVersionV1}; nothing else is thrown
   */
  @Override
  public List<ClientVersion> apply(final PluginRpcRequest request) {
    final Optional<String> refusal = callers.noteOrRefuse(request::getParams);
    if (refusal.isPresent()) {
      throw new PluginRpcEndpointException(new InvalidParams(refusal.get()));
    }
    return answer;
  }
}
