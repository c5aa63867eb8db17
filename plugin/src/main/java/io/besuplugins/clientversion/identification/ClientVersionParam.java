package io.besuplugins.clientversion.identification;

import java.util.Map;
import java.util.Optional;

/**
 * Reads the one parameter of {@code engine_getClientVersionV1}, in which the consensus client says
 * who it is.
 *
 * <p>Lenient, for real clients leave the parameter or fields out, send null, empty text or more
 * than was asked for.
 */
public final class ClientVersionParam {

  private ClientVersionParam() {}

  /**
   * Who the caller says it is.
   *
   * @param params the call's params in the types that Jackson reads JSON into; null when the call
   *     came without
   * @return empty when the params tell nothing
   * @throws NotAClientVersionException when the first one is neither an object nor null, or one of
   *     its four fields is neither a string nor null
   */
  public static Optional<ClientVersion> read(final Object[] params)
      throws NotAClientVersionException {
    if (params == null || params.length == 0 || params[0] == null) {
      return Optional.empty();
    }
    if (!(params[0] instanceof Map<?, ?> fields)) {
      throw new NotAClientVersionException(
          "params[0] must be a ClientVersionV1 object, not " + kindOf(params[0]));
    }
    return Optional.of(
            new ClientVersion(
                text(fields, "code"),
                text(fields, "name"),
                text(fields, "version"),
                text(fields, "commit")))
        .filter(caller -> !caller.saysNothing());
  }

  private static String text(final Map<?, ?> fields, final String field)
      throws NotAClientVersionException {
    final Object value = fields.get(field);
    if (value == null || value instanceof String) {
      return (String) value;
    }
    throw new NotAClientVersionException(
        "params[0]." + field + " must be a string, not " + kindOf(value));
  }

  private static String kindOf(final Object value) {
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
