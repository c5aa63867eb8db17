package io.besuplugins.clientversion.standin.rpc;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.json.JsonObject;
import java.util.Optional;

/**
 * One JSON-RPC request.
 *
 * @param method the method's full name
 * @param params the params in the Java types that Jackson reads them into, or null
 * @param id the id: a string, a number or null
 * @param isNotification whether there was no id at all
 */
public record JsonRpcCall(String method, Object[] params, Object id, boolean isNotification) {

  /**
   * Reads a request through Vert.x's own mapper, as Besu does, so that params reach a plugin in the
   * same types.
   *
   * @param request the request's JSON object
   * @return the call
   * @throws IllegalArgumentException if it is no JSON-RPC request
   */
  public static JsonRpcCall read(final JsonObject request) {
    final Wire wire = request.mapTo(Wire.class);
    if (wire.method() == null) {
      throw new IllegalArgumentException("Field 'method' is required");
    }
    return new JsonRpcCall(wire.method(), wire.params(), idOf(wire.id()), wire.id() == null);
  }

  /**
   * A param, where missing and null are the same.
   *
   * @param index its place
   * @return the param
   */
  public Optional<Object> param(final int index) {
    return params == null || params.length <= index
        ? Optional.empty()
        : Optional.ofNullable(params[index]);
  }

  private static Object idOf(final JsonNode id) {
    if (id == null || id.isNull()) {
      return null;
    }
    if (id.isTextual()) {
      return id.textValue();
    }
    if (id.isNumber()) {
      return id.numberValue();
    }
    throw new IllegalArgumentException("Invalid id");
  }

  @JsonIgnoreProperties(ignoreUnknown = true)
  private record Wire(String jsonrpc, String method, Object[] params, JsonNode id) {}
}
