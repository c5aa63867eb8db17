// SPDX-License-Identifier: Apache-2.0
package io.besuplugins.clientversion.besu;

import static io.besuplugins.clientversion.besu.BuiltInMethodRule.NO_MECHANISM;
import static io.besuplugins.clientversion.besu.BuiltInMethodRule.OTHER_MECHANISM;
import static io.besuplugins.clientversion.besu.BuiltInMethodRule.TERMINAL_TOTAL_DIFFICULTY;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;

/** Reads which kind of consensus a genesis file declares. */
final class GenesisFile {

  private static final String TTD_KEY = "terminaltotaldifficulty";

  /** The keys that Besu's genesis reader looks for, in lower case. */
  private static final Set<String> MECHANISM_KEYS =
      Set.of("ethash", "fixeddifficulty", "ibft2", "qbft", "clique");

  private GenesisFile() {}

  /**
   * Reads a genesis file. Only its {@code config} is read, because accounts can take up hundreds of
   * megabytes; keys are compared ignoring case, as Besu does.
   *
   * @throws UncheckedIOException if the file cannot be read
   */
  static BuiltInMethodRule read(final Path genesisFile) {
    try (JsonParser json = new ObjectMapper().createParser(genesisFile.toFile())) {
      json.nextToken();
      while (json.nextToken() == JsonToken.FIELD_NAME) {
        final boolean isConfig = "config".equalsIgnoreCase(json.currentName());
        json.nextToken();
        if (isConfig) {
          return readConfig(json);
        }
        json.skipChildren();
      }
      return NO_MECHANISM;
    } catch (final IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static BuiltInMethodRule readConfig(final JsonParser config) throws IOException {
    BuiltInMethodRule rule = NO_MECHANISM;
    while (config.nextToken() == JsonToken.FIELD_NAME) {
      final String key = config.currentName().toLowerCase(Locale.ROOT);
      if (key.equals(TTD_KEY)) {
        return TERMINAL_TOTAL_DIFFICULTY;
      }
      if (MECHANISM_KEYS.contains(key)) {
        rule = OTHER_MECHANISM;
      }
      config.nextToken();
      config.skipChildren();
    }
    return rule;
  }
}
