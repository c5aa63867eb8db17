// SPDX-License-Identifier: Apache-2.0
package io.besuplugins.fakebesu;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.besuplugins.fakebesu.release.BesuFeature;
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
 * @param isMerge whether it has a terminal total difficulty
 * @param namesConsensus whether it names a consensus that Besu knows
 */
record Genesis(boolean isMerge, boolean namesConsensus) {

  static final Genesis MAINNET = new Genesis(true, true);

  private static final Set<String> CONSENSUS =
      Set.of("ethash", "fixeddifficulty", "ibft2", "qbft", "clique");

  /** Reads the keys of {@code config}, which count in any case. */
  static Genesis read(final Path file) {
    final Set<String> keys = new HashSet<>();
    try {
      new ObjectMapper()
          .readTree(file.toFile())
          .path("config")
          .fieldNames()
          .forEachRemaining(key -> keys.add(key.toLowerCase(Locale.ROOT)));
    } catch (final IOException e) {
      throw new UncheckedIOException("Unable to load genesis file", e);
    }
    return new Genesis(
        keys.contains("terminaltotaldifficulty"), CONSENSUS.stream().anyMatch(keys::contains));
  }

  /** Whether Besu has a merge coordinator, and with it all methods of the Engine API. */
  boolean hasMergeCoordinator(final BesuRelease release) {
    return isMerge || !namesConsensus && release.has(BesuFeature.PROOF_OF_STAKE_BY_DEFAULT);
  }
}
