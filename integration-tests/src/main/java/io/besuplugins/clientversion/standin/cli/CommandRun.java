package io.besuplugins.clientversion.standin.cli;

import io.besuplugins.clientversion.standin.logging.LogLevels;
import io.besuplugins.clientversion.standin.plugin.Plugins;
import io.besuplugins.clientversion.standin.plugin.Services;
import io.besuplugins.clientversion.standin.release.ClientName;
import io.besuplugins.clientversion.standin.release.Release;
import io.besuplugins.clientversion.standin.release.Trait;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.hyperledger.besu.plugin.services.PicoCLIOptions;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionStrategy;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.RunLast;

/**
 * Parses the command line as often as Besu does: to find the configuration file, to have plugins
 * register between a lenient and a strict parse (before any, in 24.4.0), and to run. Plugins
 * register for {@code --help} and {@code --version}, too.
 */
public final class CommandRun {

  private final Release release;
  private final Plugins plugins;
  private final Services services;
  private final CommandLine commandLine;
  private final FileOption fileOption = new FileOption();

  /**
   * A command line that has not been parsed.
   *
   * @param node the annotated command
   * @param release the release
   * @param loading the options that say which plugins are loaded
   * @param plugins register when it is time
   * @param services where plugins find the command line
   */
  public CommandRun(
      final Runnable node,
      final Release release,
      final PluginLoading loading,
      final Plugins plugins,
      final Services services) {
    this.release = release;
    this.plugins = plugins;
    this.services = services;
    this.commandLine =
        new CommandLine(node)
            .setCaseInsensitiveEnumValuesAllowed(true)
            .setOverwrittenOptionsAllowed(true)
            .setParameterExceptionHandler(new ParameterErrors());
    commandLine.addMixin("configuration file", fileOption);
    commandLine.addMixin("without effect", new UnusedOptions());
    loading.addTo(commandLine);
    commandLine.getCommandSpec().usageMessage().autoWidth(true);
    commandLine.getCommandSpec().versionProvider(this::version);
  }

  /**
   * Runs the node, or shows help or version.
   *
   * @param args the arguments
   * @return the exit status
   */
  public int execute(final String... args) {
    services.add(PicoCLIOptions.class, new PluginOptions(commandLine));
    if (!release.has(Trait.REGISTERS_AFTER_FIRST_PARSE)) {
      plugins.register(services);
      return commandLine.setExecutionStrategy(this::configureAndRun).execute(args);
    }
    commandLine.setUnmatchedArgumentsAllowed(true);
    if (release.has(Trait.REFUSES_REPEATED_OPTIONS)) {
      try {
        refuseRepeatedOptions(commandLine.parseArgs(args));
      } catch (final ParameterException e) {
        return new ParameterErrors().handleParseException(e, args);
      }
    }
    return commandLine.setExecutionStrategy(this::configureAndRegister).execute(args);
  }

  private int configureAndRun(final ParseResult parsed) {
    configure().ifPresent(file -> file.refuseUnknownKeys(commandLine));
    return parseAgain(new RunLast(), parsed);
  }

  private int configureAndRegister(final ParseResult parsed) {
    final Optional<ConfigurationFile> file = configure();
    if (release.has(Trait.CHECKS_CONFIGURATION_FILE_BEFORE_PLUGINS)) {
      file.ifPresent(given -> given.refuseUnknownKeys(commandLine));
    }
    return parseAgain(again -> registerAndRun(file, again), parsed);
  }

  private int registerAndRun(final Optional<ConfigurationFile> file, final ParseResult parsed) {
    if (release.has(Trait.IS_QUIET_FOR_HELP)
        && (parsed.isUsageHelpRequested() || parsed.isVersionHelpRequested())) {
      LogLevels.silence();
    }
    plugins.register(services);
    file.ifPresent(given -> given.refuseUnknownKeys(commandLine));
    commandLine.setUnmatchedArgumentsAllowed(false);
    return parseAgain(new RunLast(), parsed);
  }

  private int parseAgain(final IExecutionStrategy next, final ParseResult parsed) {
    return commandLine
        .setExecutionStrategy(next)
        .execute(parsed.originalArgs().toArray(new String[0]));
  }

  private Optional<ConfigurationFile> configure() {
    final Map<String, String> environment = System.getenv();
    final Optional<ConfigurationFile> file =
        fileOption.path(environment).map(path -> ConfigurationFile.read(path, commandLine));
    final EnvironmentVariables variables = new EnvironmentVariables(environment);
    commandLine.setDefaultValueProvider(
        option ->
            Optional.ofNullable(variables.defaultValue(option))
                .or(() -> file.map(given -> given.defaultValue(option)))
                .orElse(null));
    return file;
  }

  private static void refuseRepeatedOptions(final ParseResult parsed) {
    for (final OptionSpec option : parsed.matchedOptions()) {
      if (!option.isMultiValue()
          && option.arity().max() <= 1
          && parsed.matchedOption(option.longestName()).stringValues().size() > 1) {
        throw new ParameterException(
            parsed.commandSpec().commandLine(),
            "Option '%s' should be specified only once".formatted(option.longestName()));
      }
    }
  }

  private String[] version() {
    return Stream.concat(Stream.of(ClientName.of(release.version())), plugins.versions().stream())
        .toArray(String[]::new);
  }

  private static final class FileOption {

    @Option(
        names = "--config-file",
        paramLabel = "<FILE>",
        description = "TOML config file (default: none)")
    private Path file;

    Optional<Path> path(final Map<String, String> environment) {
      return Optional.ofNullable(file)
          .or(() -> Optional.ofNullable(environment.get("BESU_CONFIG_FILE")).map(Path::of));
    }
  }
}
