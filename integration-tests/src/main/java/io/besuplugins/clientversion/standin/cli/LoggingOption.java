package io.besuplugins.clientversion.standin.cli;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** How much the node logs. */
public final class LoggingOption {

  private static final Set<String> LEVELS =
      Set.of("OFF", "ERROR", "WARN", "INFO", "DEBUG", "TRACE", "ALL");

  @Spec(Target.MIXEE)
  private CommandSpec command;

  private String level;

  @Option(
      names = {"--logging", "-l"},
      paramLabel = "<LOG VERBOSITY LEVEL>",
      description = "Logging verbosity levels: OFF, ERROR, WARN, INFO, DEBUG, TRACE, ALL")
  private void setLevel(final String given) {
    if (!LEVELS.contains(given.toUpperCase(Locale.ROOT))) {
      throw new ParameterException(command.commandLine(), "Unknown logging value: " + given);
    }
    level = given.toUpperCase(Locale.ROOT);
  }

  /**
   * The level that the operator named.
   *
   * @return the level, if any
   */
  public Optional<String> level() {
    return Optional.ofNullable(level);
  }
}
