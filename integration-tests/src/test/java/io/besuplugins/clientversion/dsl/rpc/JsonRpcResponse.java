// SPDX-License-Identifier: Apache-2.0
package io.besuplugins.clientversion.dsl.rpc;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;

/**
 * An HTTP response to a JSON-RPC request.
 *
 * @param status the HTTP status
 * @param body as received
 */
public record JsonRpcResponse(int status, String body) {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** A response with status 200 and id 1. */
  public static JsonRpcResponse withResult(final String result) {
    return new JsonRpcResponse(
        200, "{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":%s}".formatted(result));
  }

  /** An error with status 200 and id 1. */
  public static JsonRpcResponse withError(final int code, final String message) {
    return new JsonRpcResponse(
        200,
        "{\"jsonrpc\":\"2.0\",\"id\":1,\"error\":{\"code\":%d,\"message\":\"%s\"}}"
            .formatted(code, message));
  }

  public JsonNode json() {
    try {
      return JSON.readTree(body);
    } catch (final JsonProcessingException notJson) {
      throw new UncheckedIOException(notJson);
    }
  }

  public JsonNode result() {
    return json().get("result");
  }

  /** The error code, or 0 if there is none. */
  public int errorCode() {
    return json().at("/error/code").asInt();
  }
}
