package io.besuplugins.clientversion.standin.genesis;

import io.besuplugins.clientversion.standin.release.Release;
import io.besuplugins.clientversion.standin.release.Trait;
import java.math.BigInteger;
import java.util.Optional;

/**
 * What the stand-in knows of a network.
 *
 * @param chainId the chain's id
 * @param terminalTotalDifficulty present on a merge network
 * @param namesConsensus whether the genesis names a consensus that Besu knows
 * @param schedulesCancun whether the network has or will have the Cancun fork
 */
public record Genesis(
    BigInteger chainId,
    Optional<BigInteger> terminalTotalDifficulty,
    boolean namesConsensus,
    boolean schedulesCancun) {

  /**
   * The flag that Besu shows to plugins.
   *
   * @return whether there is a terminal total difficulty
   */
  public boolean isMerge() {
    return terminalTotalDifficulty.isPresent();
  }

  /**
   * Whether Besu has its own engine methods on this network: on merge networks and, from 26.7.0 on,
   * where the genesis does not say what else.
   *
   * @param release the release
   * @return whether it has
   * @throws IllegalArgumentException if the release does not start with such a genesis
   */
  public boolean hasMergeCoordinator(final Release release) {
    if (namesConsensus) {
      return isMerge();
    }
    if (!release.has(Trait.TAKES_UNKNOWN_CONSENSUS_FOR_PROOF_OF_STAKE)) {
      throw new IllegalArgumentException("Unknown consensus mechanism defined");
    }
    return true;
  }
}
