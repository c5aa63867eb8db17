// SPDX-License-Identifier: Apache-2.0
package io.besuplugins.clientversion.besu;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;

/** Reads what a genesis file says about the consensus mechanism. */
final class GenesisFile {

  /** Source: Besu's {@code JsonGenesisConfigOptions}; keys are compared in lower case. */
  private static final Set<String> OTHER_MECHANISMS =
      Set.of("ethash", "fixeddifficulty", "ibft2", "qbft", "clique");

  private GenesisFile() {}

  /**
   * Returns whether the file has exactly one {@code config}, an object with a consensus mechanism
   * that is not proof of stake and without a terminal total difficulty. Which of several {@code
   * config} counts differs among Besu's releases. The file is streamed, because accounts can take
   * up hundreds of megabytes.
   *
   * @throws IOException if the file cannot be read or is not JSON
   */
  static boolean isCertainlyNotProofOfStake(final Path genesisFile) throws IOException {
    int configs = 0;
    boolean isOther = false;
    try (JsonParser json = new ObjectMapper().createParser(genesisFile.toFile())) {
      json.nextToken();
      while (json.nextToken() == JsonToken.FIELD_NAME) {
        final boolean isConfig = "config".equalsIgnoreCase(json.currentName());
        final JsonToken value = json.nextToken();
        if (!isConfig) {
          json.skipChildren();
        } else if (++configs > 1 || value != JsonToken.START_OBJECT) {
          return false;
        } else {
          isOther = configuresOtherMechanism(json);
        }
      }
    }
    return isOther;
  }

  private static boolean configuresOtherMechanism(final JsonParser config) throws IOException {
    boolean hasMechanism = false;
    boolean hasTotalDifficulty = false;
    while (config.nextToken() == JsonToken.FIELD_NAME) {
      final String key = config.currentName().toLowerCase(Locale.ROOT);
      hasMechanism |= OTHER_MECHANISMS.contains(key);
      hasTotalDifficulty |= key.equals("terminaltotaldifficulty");
      config.nextToken();
      config.skipChildren();
    }
    return hasMechanism && !hasTotalDifficulty;
  }
}
