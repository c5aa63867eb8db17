package io.besuplugins.clientversion.standin.cli;

import java.util.Arrays;
import java.util.List;
import org.hyperledger.besu.plugin.services.PicoCLIOptions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/** Adds the options of plugins to the command line, if their names begin as Besu demands. */
public final class PluginOptions implements PicoCLIOptions {

  private static final Logger LOG =
      LoggerFactory.getLogger("org.hyperledger.besu.services.PicoCLIOptionsImpl");

  private final CommandLine commandLine;

  /**
   * Options for a command line.
   *
   * @param commandLine the command line
   */
  public PluginOptions(final CommandLine commandLine) {
    this.commandLine = commandLine;
  }

  @Override
  public void addPicoCLIOptions(final String namespace, final Object optionObject) {
    final String stable = "--plugin-" + namespace + "-";
    final String unstable = "--Xplugin-" + namespace + "-";
    final CommandSpec options = CommandSpec.forAnnotatedObject(optionObject);
    final List<String> misnamed =
        options.options().stream()
            .flatMap(option -> Arrays.stream(option.names()))
            .filter(name -> !name.startsWith(stable) && !name.startsWith(unstable))
            .toList();
    if (!misnamed.isEmpty()) {
      misnamed.forEach(
          name ->
              LOG.error("Plugin option {} did not have the expected prefix of {}", name, stable));
      throw new IllegalArgumentException("Error loading CLI options");
    }
    commandLine.getCommandSpec().addMixin("Plugin " + namespace, options);
  }
}
