// SPDX-License-Identifier: Apache-2.0
package io.besuplugins.fakebesu;

import io.besuplugins.fakebesu.http.AuthenticationService;
import io.besuplugins.fakebesu.http.JsonRpcHttpService;
import io.besuplugins.fakebesu.jsonrpc.BuiltInMethods;
import io.besuplugins.fakebesu.jsonrpc.JsonRpcExecutor;
import io.besuplugins.fakebesu.jsonrpc.PluginRpcEndpoints;
import io.besuplugins.fakebesu.logging.LogConfigurator;
import io.besuplugins.fakebesu.metrics.ReleaseMetrics;
import io.besuplugins.fakebesu.plugin.PluginLifecycle;
import io.besuplugins.fakebesu.plugin.PluginServices;
import io.besuplugins.fakebesu.plugin.ReleasePluginApi;
import io.besuplugins.fakebesu.release.BesuRelease;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.hyperledger.besu.plugin.services.MetricsSystem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A node: Besu's start, in Besu's order, from the parsed command line on. */
final class Node {

  private static final Logger LOG = LoggerFactory.getLogger("org.hyperledger.besu.Runner");
  private static final List<String> ENGINE_APIS = List.of("ENGINE", "ETH");
  private static final Set<String> KNOWN_APIS =
      Set.of("ADMIN", "DEBUG", "ENGINE", "ETH", "MINER", "NET", "TRACE", "TXPOOL", "WEB3");

  private final Vertx vertx = Vertx.vertx();
  private final JsonRpcHttpService service = new JsonRpcHttpService(vertx);
  private final BesuRelease release;
  private final BesuOptions options;
  private final PluginLifecycle plugins;
  private final PluginServices services;
  private final PluginRpcEndpoints endpoints;
  private final ReleaseMetrics metrics;

  Node(
      final BesuRelease release,
      final BesuOptions options,
      final PluginLifecycle plugins,
      final PluginServices services,
      final PluginRpcEndpoints endpoints) {
    this.release = release;
    this.options = options;
    this.plugins = plugins;
    this.services = services;
    this.endpoints = endpoints;
    this.metrics = new ReleaseMetrics(options.metricsEnabled, options.metricsCategories);
  }

  /** Runs until a signal ends the process. */
  void run() throws Exception {
    if (release.reconfiguresLogging()) {
      LogConfigurator.reconfigure();
    }
    if (options.logLevel != null) {
      LogConfigurator.setLevel("", options.logLevel);
    }
    LOG.info("This is a fake of Besu {}, without chain and peers", release.version());
    ReleasePluginApi.setMergeEnabled(Genesis.of(options).hasTerminalTotalDifficulty());
    rejectUnknownNames();
    start();
    Runtime.getRuntime().addShutdownHook(new Thread(this::stop));
    restartForEachLineOfStandardInput();
    new CountDownLatch(1).await();
  }

  /** What Besu does again when an Ephemery node starts anew. */
  private void start() throws IOException {
    plugins.beforeExternalServices();
    plugins.byName();
    final Properties ports = openPorts();
    services.add(MetricsSystem.class, metrics);
    plugins.start();
    LOG.info("Ethereum main loop is up.");
    final Path file = Files.createDirectories(options.dataPath).resolve("besu.ports");
    file.toFile().deleteOnExit();
    try (OutputStream out = Files.newOutputStream(file)) {
      ports.store(out, null);
    }
  }

  /** Besu restarts an Ephemery node at the end of a period of 28 days. */
  private void restartForEachLineOfStandardInput() throws IOException {
    for (int input = System.in.read(); input != -1; input = System.in.read()) {
      if (input == '\n') {
        LOG.info("Scheduled Ephemery testnet restart triggered");
        try {
          service.close();
          metrics.close();
          plugins.register();
          start();
          LOG.info("Ephemery testnet restarted successfully");
        } catch (final Exception e) {
          LOG.error("Failed to restart Ephemery", e);
        }
      }
    }
  }

  private void stop() {
    plugins.stop();
    LogConfigurator.shutdown();
  }

  private void rejectUnknownNames() {
    final List<String> apis =
        options.httpApis.stream()
            .filter(api -> !KNOWN_APIS.contains(api) && !endpoints.hasNamespace(api))
            .toList();
    if (!apis.isEmpty()) {
      throw new IllegalArgumentException(
          "Invalid value for option '--rpc-http-api': invalid entries found " + apis);
    }
    if (!options.methodsWithoutToken.stream().allMatch(BuiltInMethods::exists)) {
      throw new IllegalArgumentException(
          "Invalid value for option '--rpc-http-api-methods-no-auth', options must be valid RPC"
              + " methods");
    }
  }

  /**
   * All methods are looked up before a port opens. The HTTP port serves Engine API methods of
   * plugins, and none of Besu's.
   *
   * @return the ports as in Besu's file {@code besu.ports}
   */
  private Properties openPorts() throws IOException {
    final Genesis genesis = Genesis.of(options);
    final BuiltInMethods builtIn = new BuiltInMethods(genesis.hasMergeCoordinator(release));
    final List<String> apis = options.httpApis;
    final JsonRpcExecutor http =
        JsonRpcExecutor.of(
            builtIn, apis.stream().filter(api -> !api.equals("ENGINE")).toList(), endpoints, apis);
    final JsonRpcExecutor engine = JsonRpcExecutor.of(builtIn, ENGINE_APIS, endpoints, ENGINE_APIS);
    final Properties ports = new Properties();
    if (options.metricsEnabled) {
      ports.setProperty("metrics", String.valueOf(metrics.open(options.metricsPort)));
    }
    if (options.httpEnabled) {
      final int port =
          options.httpAuthenticationEnabled
              ? service.open(
                  options.httpPort,
                  http,
                  AuthenticationService.withoutUsers(vertx, options.methodsWithoutToken))
              : service.open(options.httpPort, http);
      ports.setProperty("json-rpc", String.valueOf(port));
    }
    if (options.engineEnabled || genesis.hasTerminalTotalDifficulty()) {
      final int port =
          options.engineTokenDisabled
              ? service.open(options.enginePort, engine)
              : service.open(
                  options.enginePort,
                  engine,
                  AuthenticationService.withSecret(
                      vertx, options.engineSecret, options.methodsWithoutToken));
      ports.setProperty("engine-json-rpc", String.valueOf(port));
    }
    return ports;
  }
}
