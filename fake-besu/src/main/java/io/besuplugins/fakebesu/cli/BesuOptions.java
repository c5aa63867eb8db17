// SPDX-License-Identifier: Apache-2.0
package io.besuplugins.fakebesu.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Besu's own options. Those without accessor have no effect but can be read by plugins. */
@Command(
    name = "besu",
    mixinStandardHelpOptions = true,
    description = "A fake of Besu to test plugins with. It is not Besu.")
public final class BesuOptions {

  @Option(names = "--data-path", description = "Where the node keeps its data")
  private Path dataPath;

  @Option(names = "--data-storage-format", description = "How the node keeps its data")
  private String dataStorageFormat;

  @Option(names = "--p2p-enabled", arity = "0..1", description = "Whether the node has peers")
  private boolean p2pEnabled;

  @Option(names = "--genesis-file", description = "Genesis file (default: mainnet)")
  private Path genesisFile;

  @Option(names = "--logging", description = "Log level")
  private String logLevel;

  @Option(names = "--rpc-http-enabled", description = "Whether the HTTP port is open")
  private boolean httpEnabled;

  @Option(names = "--rpc-http-port", description = "HTTP port (default: ${DEFAULT-VALUE})")
  private int httpPort = 8545;

  @Option(
      names = "--rpc-http-api",
      split = ",",
      description = "APIs on the HTTP port (default: ${DEFAULT-VALUE})")
  private List<String> httpApis = List.of("ETH", "NET", "WEB3");

  @Option(names = "--rpc-ws-enabled", description = "Whether the WebSocket port is open")
  private boolean webSocketEnabled;

  @Option(names = "--rpc-ws-api", split = ",", description = "APIs on the WebSocket port")
  private List<String> webSocketApis = List.of("ETH", "NET", "WEB3");

  @Option(
      names = "--engine-rpc-enabled",
      description = "Whether the engine port is open without merge network, too")
  private boolean engineEnabled;

  @Option(names = "--engine-rpc-port", description = "Engine port (default: ${DEFAULT-VALUE})")
  private int enginePort = 8551;

  @Option(names = "--engine-jwt-secret", description = "File with the engine port's secret")
  private Path engineSecret;

  @Option(names = "--metrics-enabled", description = "Whether the metrics port is open")
  private boolean metricsEnabled;

  @Option(names = "--metrics-port", description = "Metrics port (default: ${DEFAULT-VALUE})")
  private int metricsPort = 9545;

  @Option(names = "--metrics-category", split = ",", description = "Categories of metrics")
  private List<String> metricsCategories = List.of();

  /** The genesis file; none for mainnet. */
  public Optional<Path> genesisFile() {
    return Optional.ofNullable(genesisFile);
  }

  /** The level of all loggers, unless log4j's configuration decides. */
  public Optional<String> logLevel() {
    return Optional.ofNullable(logLevel);
  }

  /** Whether the HTTP port is open. */
  public boolean isHttpEnabled() {
    return httpEnabled;
  }

  /** The HTTP port. */
  public int httpPort() {
    return httpPort;
  }

  /** The APIs on the HTTP port. */
  public List<String> httpApis() {
    return httpApis;
  }

  /** Whether the engine port is open on any network. */
  public boolean isEngineEnabled() {
    return engineEnabled;
  }

  /** The engine port. */
  public int enginePort() {
    return enginePort;
  }

  /** The file with the secret of the engine port, in hexadecimal digits. */
  public Path engineSecret() {
    return engineSecret;
  }

  /** Whether the metrics port is open. */
  public boolean isMetricsEnabled() {
    return metricsEnabled;
  }

  /** The metrics port. */
  public int metricsPort() {
    return metricsPort;
  }

  /** The enabled categories of metrics; none for the default. */
  public List<String> metricsCategories() {
    return metricsCategories;
  }
}
