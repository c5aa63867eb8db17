// SPDX-License-Identifier: Apache-2.0
package io.besuplugins.clientversion.client;

import java.util.Map;
import java.util.Optional;

/**
 * Parses the parameter of {@code engine_getClientVersionV1}. It is lenient: clients omit the
 * parameter or some fields, and send null, empty strings or additional entries.
 */
public final class ClientVersionParser {

  private ClientVersionParser() {}

  /**
   * Parses the caller's identity.
   *
   * @param params as Jackson's untyped objects (maps, lists, strings); null if there are none
   * @return the identity, or empty if the parameters contain none
   * @throws InvalidClientVersionException if the first parameter is neither an object nor null, or
   *     one of its four fields is neither a string nor null
   */
  public static Optional<ClientVersion> parse(final Object[] params)
      throws InvalidClientVersionException {
    if (params == null || params.length == 0 || params[0] == null) {
      return Optional.empty();
    }
    if (!(params[0] instanceof Map<?, ?> fields)) {
      throw new InvalidClientVersionException(
          "params[0] must be a ClientVersionV1 object, not " + jsonTypeOf(params[0]));
    }
    final ClientVersion client =
        new ClientVersion(
            parseField(fields, "code"),
            parseField(fields, "name"),
            parseField(fields, "version"),
            parseField(fields, "commit"));
    return client.isEmpty() ? Optional.empty() : Optional.of(client);
  }

  private static String parseField(final Map<?, ?> fields, final String field)
      throws InvalidClientVersionException {
    final Object value = fields.get(field);
    if (value == null || value instanceof String) {
      return (String) value;
    }
    throw new InvalidClientVersionException(
        "params[0]." + field + " must be a string, not " + jsonTypeOf(value));
  }

  private static String jsonTypeOf(final Object value) {
    if (value instanceof String) {
      return "a string";
    }
    if (value instanceof Number) {
      return "a number";
    }
    if (value instanceof Boolean) {
      return "a boolean";
    }
    return value instanceof Map ? "an object" : "an array";
  }
}
