package io.besuplugins.clientversion.engine;

import java.util.Collection;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * The plugin's own command line option and, beside it, the options that the node was started with.
 *
 * <p>Besu fills them in after {@code register()}, from the command line, the environment or a TOML
 * file.
 */
public final class NodeOptions {

  /** The part that names the plugin in its options, as Besu demands it. */
  public static final String NAMESPACE = "client-version";

  private static final String OBSERVER = "--plugin-client-version-observer-enabled";

  @Option(
      names = OBSERVER,
      paramLabel = "<BOOLEAN>",
      arity = "0..1",
      defaultValue = "true",
      fallbackValue = "true",
      description =
          "Note the consensus client where Besu answers engine_getClientVersionV1 by itself,"
              + " from what the engine methods log (default: ${DEFAULT-VALUE})")
  private boolean observerEnabled = true;

  @Spec private CommandSpec own;

  /** For picocli to fill in. */
  public NodeOptions() {}

  /** Whether the operator wants callers noted where Besu answers by itself. */
  public boolean isObserverEnabled() {
    return observerEnabled;
  }

  /**
   * Whether the method that the plugin registers is served without a token: on plain HTTP when
   * {@code --rpc-http-api} names ENGINE, on WebSockets when that or {@code --rpc-ws-api} does. Not
   * so, as far as is known, where Besu took no options from the plugin.
   */
  public boolean serveEngineWithoutToken() {
    if (own == null) {
      return false;
    }
    final boolean namedForHttp = namesEngine("--rpc-http-api");
    return namedForHttp && isOn("--rpc-http-enabled")
        || (namedForHttp || namesEngine("--rpc-ws-api")) && isOn("--rpc-ws-enabled");
  }

  /** The file that {@code --genesis-file} names, as it was given. */
  Optional<String> genesisFile() {
    final Object file = valueOf("--genesis-file");
    return file == null ? Optional.empty() : Optional.of(file.toString());
  }

  private boolean namesEngine(final String option) {
    if (valueOf(option) instanceof Collection<?> apis) {
      for (final Object api : apis) {
        if ("ENGINE".equalsIgnoreCase(api.toString())) {
          return true;
        }
      }
    }
    return false;
  }

  private boolean isOn(final String option) {
    return Boolean.TRUE.equals(valueOf(option));
  }

  /** Besu's own command is the one that the plugin's option was added to. */
  private Object valueOf(final String option) {
    if (own == null) {
      throw new IllegalStateException("Besu took no options from the plugin, and shows it none");
    }
    final OptionSpec given = own.findOption(OBSERVER).command().findOption(option);
    return given == null ? null : given.getValue();
  }
}
