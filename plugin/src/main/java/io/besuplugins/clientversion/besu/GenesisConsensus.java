// SPDX-License-Identifier: Apache-2.0
package io.besuplugins.clientversion.besu;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;

/** The kind of consensus that a node's genesis file declares. */
enum GenesisConsensus {
  /** There is no genesis file: the node runs one of Besu's named networks. */
  NO_GENESIS_FILE,

  /** A terminal total difficulty: a merge network, whatever else is declared. */
  TERMINAL_TOTAL_DIFFICULTY,

  /** A consensus mechanism other than proof of stake. */
  OTHER_MECHANISM,

  /** Neither of these, which is proof of stake from Besu 26.7.0 on. */
  NOTHING;

  private static final String TTD_KEY = "terminaltotaldifficulty";

  /** The keys that Besu's genesis reader looks for, in lower case. */
  private static final Set<String> MECHANISM_KEYS =
      Set.of("ethash", "fixeddifficulty", "ibft2", "qbft", "clique");

  /**
   * Reads a genesis file. Only its {@code config} is read, because accounts can take up hundreds of
   * megabytes; keys are compared ignoring case, as Besu does.
   *
   * @throws UncheckedIOException if the file cannot be read
   */
  static GenesisConsensus read(final Path genesisFile) {
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
      return NOTHING;
    } catch (final IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static GenesisConsensus readConfig(final JsonParser config) throws IOException {
    GenesisConsensus consensus = NOTHING;
    while (config.nextToken() == JsonToken.FIELD_NAME) {
      final String key = config.currentName().toLowerCase(Locale.ROOT);
      if (key.equals(TTD_KEY)) {
        return TERMINAL_TOTAL_DIFFICULTY;
      }
      if (MECHANISM_KEYS.contains(key)) {
        consensus = OTHER_MECHANISM;
      }
      config.nextToken();
      config.skipChildren();
    }
    return consensus;
  }
}
