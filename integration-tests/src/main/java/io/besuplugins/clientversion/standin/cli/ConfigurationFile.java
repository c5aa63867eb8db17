package io.besuplugins.clientversion.standin.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.tomlj.Toml;
import org.tomlj.TomlArray;
import org.tomlj.TomlParseError;
import org.tomlj.TomlParseResult;
import picocli.CommandLine;
import picocli.CommandLine.IDefaultValueProvider;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;

/**
 * Takes an option's value from a TOML file whose keys are the options' names without their dashes;
 * the headings of tables are ignored.
 */
final class ConfigurationFile implements IDefaultValueProvider {

  private final Map<String, String> values;

  private ConfigurationFile(final Map<String, String> values) {
    this.values = values;
  }

  static ConfigurationFile read(final Path file, final CommandLine commandLine) {
    if (!Files.exists(file)) {
      throw new ParameterException(
          commandLine, "Unable to read TOML configuration, file not found: " + file);
    }
    final TomlParseResult toml;
    try {
      toml = Toml.parse(file);
    } catch (final IOException e) {
      throw new ParameterException(
          commandLine, "Unable to read TOML configuration, file not found: " + file, e);
    }
    if (toml.hasErrors()) {
      throw new ParameterException(
          commandLine,
          "Invalid TOML configuration: "
              + toml.errors().stream()
                  .map(TomlParseError::toString)
                  .collect(Collectors.joining(System.lineSeparator())));
    }
    if (toml.isEmpty()) {
      throw new ParameterException(
          commandLine, "Unable to read from empty TOML configuration file.");
    }
    final Map<String, String> values = new HashMap<>();
    toml.keyPathSet()
        .forEach(path -> values.put(path.get(path.size() - 1), textOf(toml.get(path))));
    return new ConfigurationFile(values);
  }

  /** Refuses keys that are no option of the command as it is now. */
  void refuseUnknownKeys(final CommandLine commandLine) {
    final List<String> unknown =
        values.keySet().stream()
            .filter(key -> !commandLine.getCommandSpec().optionsMap().containsKey("--" + key))
            .toList();
    if (!unknown.isEmpty()) {
      throw new ParameterException(
          commandLine,
          "Unknown option%s in TOML configuration file: %s"
              .formatted(unknown.size() > 1 ? "s" : "", String.join(", ", unknown)));
    }
  }

  @Override
  public String defaultValue(final ArgSpec argSpec) {
    return argSpec instanceof OptionSpec option
        ? Arrays.stream(option.names())
            .map(name -> values.get(name.replaceFirst("^-+", "")))
            .filter(Objects::nonNull)
            .findFirst()
            .orElse(null)
        : null;
  }

  private static String textOf(final Object value) {
    return value instanceof TomlArray array
        ? array.toList().stream().map(Object::toString).collect(Collectors.joining(","))
        : value.toString();
  }
}
