// SPDX-License-Identifier: Apache-2.0
package io.besuplugins.fakebesu;

import io.besuplugins.fakebesu.jsonrpc.PluginRpcEndpoints;
import io.besuplugins.fakebesu.plugin.PluginConfiguration;
import io.besuplugins.fakebesu.plugin.PluginLifecycle;
import io.besuplugins.fakebesu.plugin.PluginOptions;
import io.besuplugins.fakebesu.plugin.PluginServices;
import io.besuplugins.fakebesu.release.BesuRelease;
import java.io.IOException;
import java.util.stream.Stream;
import org.hyperledger.besu.plugin.services.PicoCLIOptions;
import org.hyperledger.besu.plugin.services.RpcEndpointService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.IDefaultValueProvider;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/**
 * Parses the command line. Plugins register before that, for {@code --help} and {@code --version}
 * too.
 */
final class BesuCommand {

  private static final Logger LOG = LoggerFactory.getLogger("org.hyperledger.besu.Besu");

  private final BesuRelease release = BesuRelease.current();
  private final BesuOptions besuOptions = new BesuOptions();
  private final CommandLine commandLine = new CommandLine(besuOptions);
  private final PluginConfiguration configuration = new PluginConfiguration();
  private final PluginServices services = new PluginServices();
  private final PluginRpcEndpoints endpoints = new PluginRpcEndpoints();
  private final PluginLifecycle plugins = new PluginLifecycle(release, configuration, services);

  /** Runs the node, or prints help or version; returns the exit status. */
  int execute(final String... args) throws IOException {
    final OptionDefaults defaults = OptionDefaults.of(args);
    final IDefaultValueProvider provider = defaults.provider();
    new CommandLine(configuration)
        .setUnmatchedArgumentsAllowed(true)
        .setDefaultValueProvider(provider)
        .parseArgs(args);
    services.add(PicoCLIOptions.class, new PluginOptions(commandLine.getCommandSpec()));
    services.add(RpcEndpointService.class, endpoints);
    plugins.register();
    commandLine.addMixin("plugins", configuration);
    commandLine.addMixin("defaults", defaults);
    commandLine.getCommandSpec().versionProvider(this::version);
    return commandLine
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setOverwrittenOptionsAllowed(true)
        .setDefaultValueProvider(provider)
        .setExecutionStrategy(parsed -> run(parsed, defaults))
        .setParameterExceptionHandler(BesuCommand::explain)
        .execute(args);
  }

  private int run(final ParseResult parsed, final OptionDefaults defaults) {
    defaults.rejectUnknownKeys(commandLine);
    final Integer status = CommandLine.executeHelpRequest(parsed);
    if (status != null) {
      return status;
    }
    try {
      new Node(release, besuOptions, plugins, services, endpoints).run();
      return 0;
    } catch (final Exception e) {
      LOG.error("Failed to start Besu", e);
      throw new ParameterException(commandLine, e.getMessage(), e);
    }
  }

  private static int explain(final ParameterException failure, final String... args) {
    failure.getCommandLine().getErr().println(failure.getMessage());
    return CommandLine.ExitCode.USAGE;
  }

  private String[] version() {
    return Stream.concat(Stream.of("besu/v" + release.version()), plugins.versions().stream())
        .toArray(String[]::new);
  }
}
