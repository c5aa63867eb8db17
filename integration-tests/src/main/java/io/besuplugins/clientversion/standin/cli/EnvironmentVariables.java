package io.besuplugins.clientversion.standin.cli;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import picocli.CommandLine.IDefaultValueProvider;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * Takes an option's value from the environment: {@code --rpc-http-port} from {@code
 * BESU_RPC_HTTP_PORT}.
 *
 * @param environment the environment
 */
record EnvironmentVariables(Map<String, String> environment) implements IDefaultValueProvider {

  @Override
  public String defaultValue(final ArgSpec argSpec) {
    return argSpec instanceof OptionSpec option
        ? Arrays.stream(option.names())
            .filter(name -> name.startsWith("--"))
            .map(EnvironmentVariables::variableOf)
            .map(environment::get)
            .filter(Objects::nonNull)
            .findFirst()
            .orElse(null)
        : null;
  }

  private static String variableOf(final String optionName) {
    return "BESU_" + optionName.substring(2).replace('-', '_').toUpperCase(Locale.ROOT);
  }
}
