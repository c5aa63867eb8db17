// SPDX-License-Identifier: Apache-2.0
package io.besuplugins.fakebesu;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.besuplugins.fakebesu.BesuOptions.Network;
import io.besuplugins.fakebesu.release.BesuRelease;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/**
 * What a genesis says of the network.
 *
 * @param hasTerminalTotalDifficulty on which Besu's merge flag depends
 * @param namesConsensus whether it names a consensus that Besu knows
 */
record Genesis(boolean hasTerminalTotalDifficulty, boolean namesConsensus) {

  private static final Set<String> CONSENSUS =
      Set.of("ethash", "fixeddifficulty", "ibft2", "qbft", "clique");
  private static final Set<Network> NOT_PROOF_OF_STAKE =
      Set.of(Network.DEV, Network.CLASSIC, Network.MORDOR);

  /** The genesis that the options name. */
  static Genesis of(final BesuOptions options) {
    return options.genesisFile == null
        ? new Genesis(!NOT_PROOF_OF_STAKE.contains(options.network), true)
        : read(options.genesisFile);
  }

  /**
   * Reads {@code config}, whose own name and whose keys may be in any case. Of several, the last
   * one is read; null is the same as none.
   */
  private static Genesis read(final Path file) {
    final JsonNode root;
    try {
      root = new ObjectMapper().readTree(file.toFile());
    } catch (final IOException e) {
      throw new UncheckedIOException("Unable to load genesis file", e);
    }
    final Set<String> keys = new HashSet<>();
    root.fields()
        .forEachRemaining(
            field -> {
              if (lowerCase(field.getKey()).equals("config")) {
                keys.clear();
                field.getValue().fieldNames().forEachRemaining(key -> keys.add(lowerCase(key)));
              }
            });
    return new Genesis(
        keys.contains("terminaltotaldifficulty"), CONSENSUS.stream().anyMatch(keys::contains));
  }

  private static String lowerCase(final String key) {
    return key.toLowerCase(Locale.ROOT);
  }

  /** Whether Besu has a merge coordinator, and with it all methods of the Engine API. */
  boolean hasMergeCoordinator(final BesuRelease release) {
    return hasTerminalTotalDifficulty || !namesConsensus && release.isProofOfStakeByDefault();
  }
}
