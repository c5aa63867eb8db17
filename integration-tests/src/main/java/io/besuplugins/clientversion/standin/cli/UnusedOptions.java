package io.besuplugins.clientversion.standin.cli;

import picocli.CommandLine.Option;

/**
 * Options that a node is often started with and that mean nothing to one without peers or chain.
 */
final class UnusedOptions {

  @Option(names = "--p2p-enabled", description = "Without effect in the stand-in", arity = "0..1")
  private Boolean p2pEnabled = true;

  @Option(names = "--p2p-host", description = "Without effect in the stand-in")
  private String p2pHost = "127.0.0.1";

  @Option(names = "--p2p-port", description = "Without effect in the stand-in")
  private Integer p2pPort = 30303;

  @Option(
      names = "--discovery-enabled",
      description = "Without effect in the stand-in",
      arity = "0..1")
  private Boolean discoveryEnabled = true;

  @Option(names = "--sync-mode", description = "Without effect in the stand-in")
  private String syncMode;

  @Option(names = "--min-gas-price", description = "Without effect in the stand-in")
  private Long minGasPrice;

  @Option(names = "--data-storage-format", description = "Without effect in the stand-in")
  private String dataStorageFormat;

  @Option(names = "--miner-enabled", description = "Without effect in the stand-in", arity = "0..1")
  private Boolean minerEnabled = false;

  @Option(names = "--miner-coinbase", description = "Without effect in the stand-in")
  private String minerCoinbase;
}
