package io.besuplugins.clientversion.devnet;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;

/**
 * What a node answered over HTTP.
 *
 * @param status the HTTP status
 * @param body the bytes as they came, as text
 */
public record Reply(int status, String body) {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** The body, read as JSON. */
  public JsonNode json() {
    try {
      return JSON.readTree(body);
    } catch (final JsonProcessingException notJson) {
      throw new UncheckedIOException(notJson);
    }
  }
}
