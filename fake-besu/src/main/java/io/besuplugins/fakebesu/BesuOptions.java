// SPDX-License-Identifier: Apache-2.0
package io.besuplugins.fakebesu;

import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Besu's own options. Private ones have no effect, but plugins can read them. */
@Command(
    name = "besu",
    mixinStandardHelpOptions = true,
    description = "A fake of Besu to test plugins with. It is not Besu.")
final class BesuOptions {

  /** The networks that Besu knows. */
  enum Network {
    MAINNET,
    SEPOLIA,
    HOLESKY,
    EPHEMERY,
    DEV,
    CLASSIC,
    MORDOR
  }

  @Option(names = "--data-path", description = "Where the node keeps its data")
  Path dataPath = Path.of("");

  @Option(names = "--data-storage-format", description = "How the node keeps its data")
  private String dataStorageFormat;

  @Option(names = "--p2p-enabled", arity = "0..1", description = "Whether the node has peers")
  private boolean p2pEnabled;

  @Option(names = "--network", description = "Network (default: ${DEFAULT-VALUE})")
  Network network = Network.MAINNET;

  @Option(names = "--genesis-file", description = "Genesis file of a network without name")
  Path genesisFile;

  @Option(names = "--logging", description = "Log level")
  String logLevel;

  @Option(names = "--rpc-http-enabled", description = "Whether the HTTP port is open")
  boolean httpEnabled;

  @Option(names = "--rpc-http-port", description = "HTTP port (default: ${DEFAULT-VALUE})")
  int httpPort = 8545;

  @Option(
      names = "--rpc-http-api",
      split = ",",
      description = "APIs on the HTTP port (default: ${DEFAULT-VALUE})")
  List<String> httpApis = List.of("ETH", "NET", "WEB3");

  @Option(
      names = "--rpc-http-authentication-enabled",
      description = "Whether callers of the HTTP port need a token, which the fake never accepts")
  boolean httpAuthenticationEnabled;

  @Option(
      names = "--rpc-http-authentication-jwt-public-key-file",
      description = "Public key that signs the tokens of the HTTP port")
  private Path httpPublicKey;

  @Option(
      names = "--rpc-http-api-methods-no-auth",
      split = ",",
      description = "Methods that need no token, on the engine port too")
  List<String> methodsWithoutToken = List.of();

  @Option(names = "--rpc-ws-enabled", description = "Whether the WebSocket port is open")
  private boolean webSocketEnabled;

  @Option(names = "--rpc-ws-api", split = ",", description = "APIs on the WebSocket port")
  private List<String> webSocketApis = List.of("ETH", "NET", "WEB3");

  @Option(
      names = "--rpc-ws-authentication-enabled",
      description = "Whether callers of the WebSocket port need a token")
  private boolean webSocketAuthenticationEnabled;

  @Option(
      names = "--engine-rpc-enabled",
      description = "Whether the engine port is open on other than proof-of-stake networks, too")
  boolean engineEnabled;

  @Option(names = "--engine-rpc-port", description = "Engine port (default: ${DEFAULT-VALUE})")
  int enginePort = 8551;

  @Option(names = "--engine-jwt-secret", description = "File with the engine port's secret")
  Path engineSecret;

  @Option(
      names = "--engine-jwt-disabled",
      description = "Whether callers of the engine port need no token")
  boolean engineTokenDisabled;

  @Option(names = "--metrics-enabled", description = "Whether the metrics port is open")
  boolean metricsEnabled;

  @Option(names = "--metrics-port", description = "Metrics port (default: ${DEFAULT-VALUE})")
  int metricsPort = 9545;

  @Option(names = "--metrics-category", split = ",", description = "Categories of metrics")
  List<String> metricsCategories = List.of();
}
