package io.besuplugins.clientversion.standin.genesis;

import java.math.BigInteger;
import java.util.Optional;

/** The networks that {@code --network} names, under Besu's names. */
public enum Network {
  MAINNET(1, 1, new BigInteger("58750000000000000000000")),
  SEPOLIA(11155111, 11155111, new BigInteger("17000000000000000")),
  HOLESKY(17000, 17000, BigInteger.ZERO),
  HOODI(560048, 560048, BigInteger.ZERO),
  EPHEMERY(39438135, 39438135, BigInteger.ZERO),
  LUKSO(42, 42, BigInteger.ZERO),
  DEV(1337, 2018, null),
  CLASSIC(61, 1, null),
  MORDOR(63, 7, null);

  private final long chainId;
  private final long networkId;
  private final BigInteger terminalTotalDifficulty;

  Network(final long chainId, final long networkId, final BigInteger terminalTotalDifficulty) {
    this.chainId = chainId;
    this.networkId = networkId;
    this.terminalTotalDifficulty = terminalTotalDifficulty;
  }

  /**
   * The network's genesis, as far as it matters.
   *
   * @return the genesis
   */
  public Genesis genesis() {
    return new Genesis(
        BigInteger.valueOf(chainId),
        Optional.ofNullable(terminalTotalDifficulty),
        true,
        terminalTotalDifficulty != null);
  }

  /**
   * The network's id, which is not always the chain's.
   *
   * @return the id
   */
  public BigInteger networkId() {
    return BigInteger.valueOf(networkId);
  }
}
