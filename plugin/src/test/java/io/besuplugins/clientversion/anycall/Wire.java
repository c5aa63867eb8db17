package io.besuplugins.clientversion.anycall;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.function.Consumer;

/** Makes params of bytes as Besu does: Jackson reads maps and lists, and those are converted. */
final class Wire {

  private static final ObjectMapper JSON = new ObjectMapper();

  private Wire() {}

  /**
   * Gives the params to those who meet the call, null where the bytes say so; nobody meets bytes
   * that are not JSON, or neither an array nor null, for Besu refuses these by itself.
   */
  static void send(final byte[] json, final Consumer<Object[]> plugin) {
    final Object[] params;
    try {
      params = params(json);
    } catch (final IOException | IllegalArgumentException refusedByBesu) {
      return;
    }
    plugin.accept(params);
  }

  /**
   * The params.
   *
   * @throws IOException where the bytes are not JSON
   * @throws IllegalArgumentException where they are neither an array nor null
   */
  static Object[] params(final byte[] json) throws IOException {
    return JSON.convertValue(JSON.readValue(json, Object.class), Object[].class);
  }
}
