// SPDX-License-Identifier: Apache-2.0
package io.besuplugins.fakebesu;

import io.besuplugins.fakebesu.http.JsonRpcHttpService;
import io.besuplugins.fakebesu.jsonrpc.BuiltInMethods;
import io.besuplugins.fakebesu.jsonrpc.JsonRpcExecutor;
import io.besuplugins.fakebesu.jsonrpc.PluginRpcEndpoints;
import io.besuplugins.fakebesu.logging.LogConfigurator;
import io.besuplugins.fakebesu.metrics.ReleaseMetrics;
import io.besuplugins.fakebesu.plugin.PluginLifecycle;
import io.besuplugins.fakebesu.plugin.PluginServices;
import io.besuplugins.fakebesu.release.BesuFeature;
import io.besuplugins.fakebesu.release.BesuRelease;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.hyperledger.besu.plugin.services.MetricsSystem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A node: Besu's start, in Besu's order, from the parsed command line on. */
record Node(
    BesuRelease release,
    BesuOptions options,
    PluginLifecycle plugins,
    PluginServices services,
    PluginRpcEndpoints endpoints) {

  private static final Logger LOG = LoggerFactory.getLogger("org.hyperledger.besu.Runner");
  private static final List<String> ENGINE_APIS = List.of("ENGINE", "ETH");
  private static final Set<String> KNOWN_APIS =
      Set.of("ADMIN", "DEBUG", "ENGINE", "ETH", "MINER", "NET", "TRACE", "TXPOOL", "WEB3");

  boolean isMerge() {
    return genesis().isMerge();
  }

  /** Runs until a signal ends the process. */
  void run() throws Exception {
    if (release.has(BesuFeature.RECONFIGURES_LOGGING)) {
      LogConfigurator.reconfigure();
    }
    if (options.logLevel != null) {
      LogConfigurator.setLevel("", options.logLevel);
    }
    LOG.info("This is a fake of Besu {}, without chain and peers", release.version());
    final Genesis genesis = genesis();
    plugins.setMergeEnabled(genesis.isMerge());
    rejectUnknownApis();
    plugins.beforeExternalServices();
    openPorts(genesis);
    plugins.start();
    Runtime.getRuntime().addShutdownHook(new Thread(this::stop));
    LOG.info("Ethereum main loop is up.");
    plugins.afterMainLoop();
    new CountDownLatch(1).await();
  }

  private Genesis genesis() {
    return options.genesisFile == null ? Genesis.MAINNET : Genesis.read(options.genesisFile);
  }

  private void stop() {
    plugins.stop();
    LogConfigurator.shutdown();
  }

  private void rejectUnknownApis() {
    final List<String> unknown =
        options.httpApis.stream()
            .filter(api -> !KNOWN_APIS.contains(api) && !endpoints.hasNamespace(api))
            .toList();
    if (!unknown.isEmpty()) {
      throw new IllegalArgumentException(
          "Invalid value for option '--rpc-http-api': invalid entries found " + unknown);
    }
  }

  /**
   * All methods are looked up before a port opens. The HTTP port serves Engine API methods of
   * plugins, and none of Besu's.
   */
  private void openPorts(final Genesis genesis) throws IOException {
    final BuiltInMethods builtIn = new BuiltInMethods(genesis.hasMergeCoordinator(release));
    final List<String> apis = options.httpApis;
    final JsonRpcExecutor http =
        JsonRpcExecutor.of(
            builtIn, apis.stream().filter(api -> !api.equals("ENGINE")).toList(), endpoints, apis);
    final JsonRpcExecutor engine = JsonRpcExecutor.of(builtIn, ENGINE_APIS, endpoints, ENGINE_APIS);
    final ReleaseMetrics metrics =
        new ReleaseMetrics(options.metricsEnabled, options.metricsCategories);
    if (options.metricsEnabled) {
      metrics.open(options.metricsPort);
    }
    final JsonRpcHttpService service = new JsonRpcHttpService(Vertx.vertx());
    if (options.httpEnabled) {
      service.open(options.httpPort, http);
    }
    if (options.engineEnabled || genesis.isMerge()) {
      service.openEngine(options.enginePort, engine, options.engineSecret);
    }
    services.add(MetricsSystem.class, metrics);
  }
}
