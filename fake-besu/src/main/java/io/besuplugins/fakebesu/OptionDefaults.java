// SPDX-License-Identifier: Apache-2.0
package io.besuplugins.fakebesu;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.stream.Collectors;
import org.tomlj.Toml;
import org.tomlj.TomlArray;
import org.tomlj.TomlTable;
import picocli.CommandLine;
import picocli.CommandLine.IDefaultValueProvider;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.PropertiesDefaultProvider;

/**
 * The values of options that are not on the command line: from the environment, such as {@code
 * BESU_RPC_HTTP_PORT}, or else from a TOML file, such as {@code rpc-http-port}.
 */
final class OptionDefaults {

  private static final String PREFIX = "BESU_";

  @Option(names = "--config-file", description = "TOML file with values of options")
  private Path file;

  private TomlTable toml = Toml.parse("");

  private OptionDefaults() {}

  /** Reads the file that the command line names, if any. */
  static OptionDefaults of(final String... args) throws IOException {
    final OptionDefaults defaults = new OptionDefaults();
    new CommandLine(defaults).setUnmatchedArgumentsAllowed(true).parseArgs(args);
    if (defaults.file != null) {
      defaults.toml = Toml.parse(defaults.file);
    }
    return defaults;
  }

  /** Gives picocli the values. */
  IDefaultValueProvider provider() {
    final Properties values = new Properties();
    toml.keySet().forEach(key -> values.setProperty(key, text(toml.get(key))));
    System.getenv()
        .forEach(
            (name, value) -> {
              if (name.startsWith(PREFIX)) {
                values.setProperty(optionOf(name), value);
              }
            });
    return new PropertiesDefaultProvider(values);
  }

  /**
   * Checks the file, when plugins have added their options.
   *
   * @throws ParameterException if a key is no option
   */
  void rejectUnknownKeys(final CommandLine commandLine) {
    final List<String> unknown =
        toml.keySet().stream()
            .filter(key -> commandLine.getCommandSpec().findOption("--" + key) == null)
            .toList();
    if (!unknown.isEmpty()) {
      throw new ParameterException(
          commandLine,
          "Unknown option%s in TOML configuration file: %s"
              .formatted(unknown.size() > 1 ? "s" : "", String.join(", ", unknown)));
    }
  }

  private static String optionOf(final String variable) {
    return variable.substring(PREFIX.length()).toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static String text(final Object value) {
    return value instanceof TomlArray array
        ? array.toList().stream().map(Object::toString).collect(Collectors.joining(","))
        : value.toString();
  }
}
