package io.besuplugins.clientversion.standin.cli;

import io.besuplugins.clientversion.standin.genesis.Genesis;
import io.besuplugins.clientversion.standin.genesis.GenesisFile;
import io.besuplugins.clientversion.standin.genesis.Network;
import java.io.File;
import java.math.BigInteger;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** Which network the node is on and where it keeps its files. */
public final class NetworkOptions {

  @Spec(Target.MIXEE)
  private CommandSpec command;

  @Option(
      names = "--data-path",
      paramLabel = "<PATH>",
      description = "The path to the node's data directory (default: ${DEFAULT-VALUE})")
  private Path dataPath = Path.of(System.getProperty("besu.home", "build/data"));

  @Option(
      names = "--genesis-file",
      paramLabel = "<FILE>",
      description = "Genesis file for your custom network.")
  private File genesisFile;

  @Option(
      names = "--network",
      paramLabel = "<NETWORK>",
      description = "One of ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE})",
      defaultValue = "MAINNET")
  private Network network;

  /**
   * Where the node keeps its files.
   *
   * @return the path
   */
  public Path dataPath() {
    return dataPath.toAbsolutePath();
  }

  /**
   * The network.
   *
   * @return its genesis
   */
  public Genesis genesis() {
    return customGenesis().orElseGet(network::genesis);
  }

  /**
   * The network's id.
   *
   * @return the named network's own, or else the chain's
   */
  public BigInteger networkId() {
    return customGenesis().map(Genesis::chainId).orElseGet(network::networkId);
  }

  /** Refuses two networks at once. */
  public void validate() {
    if (genesisFile != null
        && command.commandLine().getParseResult().hasMatchedOption("--network")) {
      throw new ParameterException(
          command.commandLine(),
          "--network option and --genesis-file option can't be used at the same time.  Please refer"
              + " to CLI reference for more details about this constraint.");
    }
  }

  private Optional<Genesis> customGenesis() {
    return Optional.ofNullable(genesisFile).map(GenesisFile::read);
  }
}
