// SPDX-License-Identifier: Apache-2.0
package io.besuplugins.fakebesu.jsonrpc;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.json.JsonObject;

/**
 * A JSON-RPC request.
 *
 * @param method the method's full name
 * @param params in the Java types that Jackson reads them into, or null
 * @param id a string, a number or null; missing makes the request a notification
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record JsonRpcRequest(String method, Object[] params, JsonNode id) {

  /**
   * Reads a request with Vert.x's mapper, as Besu does, so that params have the same types.
   *
   * @throws IllegalArgumentException if it is not a JSON-RPC request
   */
  static JsonRpcRequest parse(final JsonObject json) {
    final JsonRpcRequest request = json.mapTo(JsonRpcRequest.class);
    if (request.method == null || request.id != null && request.id.isContainerNode()) {
      throw new IllegalArgumentException("Invalid request");
    }
    return request;
  }

  boolean isNotification() {
    return id == null;
  }
}
