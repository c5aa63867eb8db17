package io.besuplugins.clientversion.standin;

import io.besuplugins.clientversion.standin.cli.CommandRun;
import io.besuplugins.clientversion.standin.cli.PluginLoading;
import io.besuplugins.clientversion.standin.plugin.Plugins;
import io.besuplugins.clientversion.standin.plugin.Services;
import io.besuplugins.clientversion.standin.release.Release;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Starts a stand-in for the Besu release that the manifest of its jar names. Options and exit
 * status are Besu's.
 */
public final class StandInBesu {

  private StandInBesu() {}

  /**
   * Runs until it is told to stop.
   *
   * @param args Besu's options
   */
  public static void main(final String... args) {
    // As Besu's start script and main class have it, before the first logger exists.
    System.setProperty("log4j.shutdownHookEnabled", "false");
    System.setProperty("vertx.disableFileCPResolving", "true");
    System.setProperty(
        "vertx.logger-delegate-factory-class-name",
        "io.vertx.core.logging.SLF4JLogDelegateFactory");
    final Logger log = LoggerFactory.getLogger("org.hyperledger.besu.Besu");
    Thread.setDefaultUncaughtExceptionHandler(
        (thread, error) ->
            log.error("Uncaught exception in thread \"{}\"", thread.getName(), error));

    final Release release = Release.running();
    final Services services = new Services();
    final PluginLoading loading = new PluginLoading(release);
    final Plugins plugins = new Plugins(release, loading::selection);
    final Node node = new Node(release, services, plugins);
    System.exit(new CommandRun(node, release, loading, plugins, services).execute(args));
  }
}
