package io.besuplugins.clientversion.standin;

import io.besuplugins.clientversion.standin.cli.EngineOptions;
import io.besuplugins.clientversion.standin.cli.HttpOptions;
import io.besuplugins.clientversion.standin.cli.LoggingOption;
import io.besuplugins.clientversion.standin.cli.MetricsOptions;
import io.besuplugins.clientversion.standin.cli.NetworkOptions;
import io.besuplugins.clientversion.standin.genesis.Genesis;
import io.besuplugins.clientversion.standin.logging.LogLevels;
import io.besuplugins.clientversion.standin.metrics.Categories;
import io.besuplugins.clientversion.standin.plugin.Plugins;
import io.besuplugins.clientversion.standin.plugin.Services;
import io.besuplugins.clientversion.standin.release.Release;
import io.besuplugins.clientversion.standin.release.Trait;
import io.besuplugins.clientversion.standin.rpc.PluginEndpoints;
import io.besuplugins.clientversion.standin.shape.PluginApi;
import java.nio.file.Files;
import java.util.concurrent.CountDownLatch;
import org.hyperledger.besu.plugin.services.MetricsSystem;
import org.hyperledger.besu.plugin.services.RpcEndpointService;
import org.hyperledger.besu.plugin.services.metrics.MetricCategoryRegistry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command that runs a node: the steps of Besu's start, in Besu's order. */
@Command(
    name = "besu",
    mixinStandardHelpOptions = true,
    description = "A stand-in for Hyperledger Besu, to test plugins with. It is not Besu.")
final class Node implements Runnable {

  private static final Logger STAND_IN = LoggerFactory.getLogger(StandInBesu.class);
  private static final Logger LOG = LoggerFactory.getLogger("org.hyperledger.besu.Besu");
  private static final Logger RUNNER = LoggerFactory.getLogger("org.hyperledger.besu.Runner");

  private final Release release;
  private final Services services;
  private final Plugins plugins;
  private final PluginEndpoints endpoints;
  private final Categories categories;

  @Spec private CommandSpec command;
  @Mixin private NetworkOptions network;
  @Mixin private HttpOptions http;
  @Mixin private EngineOptions engine;
  @Mixin private MetricsOptions metrics;
  @Mixin private LoggingOption logging;

  Node(final Release release, final Services services, final Plugins plugins) {
    this.release = release;
    this.services = services;
    this.plugins = plugins;
    this.endpoints = new PluginEndpoints(release);
    this.categories = new Categories(release);
    services.add(RpcEndpointService.class, endpoints);
    services.add(MetricCategoryRegistry.class, categories);
  }

  @Override
  public void run() {
    final CountDownLatch stopped = new CountDownLatch(1);
    try {
      configureLogging();
      STAND_IN.info(
          "This is a stand-in for Besu {} to test plugins with, not Besu: no chain, no peers",
          release.version());
      start(stopped);
      stopped.await();
    } catch (final Exception e) {
      logFailure(e);
      throw new ParameterException(command.commandLine(), e.getMessage(), e);
    }
  }

  private void configureLogging() {
    if (release.has(Trait.RECONFIGURES_LOGGING)) {
      LogLevels.reconfigure();
    }
    logging
        .level()
        .ifPresent(
            level -> {
              command.commandLine().getOut().println("Setting logging level to " + level);
              LogLevels.set("", level);
            });
  }

  private void start(final CountDownLatch stopped) throws Exception {
    final Genesis genesis = network.genesis();
    PluginApi.setMergeEnabled(genesis.isMerge());
    LOG.info("Starting Besu");
    final OptionChecks checks = new OptionChecks(command.commandLine(), release);
    checks.checkApis(http, endpoints);
    checks.checkCategories(metrics, categories);
    network.validate();
    final PortPlan plan = new PortPlan(http, engine, metrics, genesis.isMerge());
    plan.checkAvailable(command.commandLine());
    plan.warnOfMissingSecret();
    genesis.hasMergeCoordinator(release);
    Files.createDirectories(network.dataPath());

    plugins.beforeExternalServices();
    final Ports ports =
        new PortAssembly(release, network, endpoints, categories).assemble(plan, genesis);
    stopWhenTold(ports, stopped);
    RUNNER.info("Starting external services ... ");
    ports.open();
    services.add(MetricsSystem.class, ports.metrics());
    plugins.start();
    RUNNER.info("Starting Ethereum main loop ... ");
    RUNNER.info("Ethereum main loop is up.");
    plugins.afterMainLoop();
  }

  private void stopWhenTold(final Ports ports, final CountDownLatch stopped) {
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  try {
                    plugins.stop();
                    ports.close();
                    LogLevels.shutDown();
                  } catch (final Exception e) {
                    LOG.error("Failed to stop Besu");
                  }
                  stopped.countDown();
                },
                "BesuCommand-Shutdown-Hook"));
  }

  private void logFailure(final Exception failure) {
    if (release.has(Trait.LOGS_START_FAILURES_IN_ONE_LINE)) {
      LOG.error("Failed to start Besu: {}", failure.getMessage());
      LOG.debug("Startup failure cause", failure);
    } else {
      LOG.error("Failed to start Besu", failure);
    }
  }
}
