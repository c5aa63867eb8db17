// SPDX-License-Identifier: Apache-2.0
package io.besuplugins.clientversion.besu;

import java.util.Collection;
import java.util.Optional;
import org.hyperledger.besu.plugin.services.PicoCLIOptions;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * The plugin's command line option, and the values of Besu's own options. Besu sets the values
 * after {@code register()}, or before it if it calls {@code defineOptions()}.
 */
public final class CommandLineOptions {

  public static final String OBSERVER_ENABLED = "--plugin-client-version-observer-enabled";

  private static final String METHOD = "engine_getClientVersionV1";

  @Option(
      names = OBSERVER_ENABLED,
      paramLabel = "<BOOLEAN>",
      arity = "0..1",
      defaultValue = "true",
      fallbackValue = "true",
      description =
          "Record consensus clients where Besu itself serves engine_getClientVersionV1"
              + " (default: ${DEFAULT-VALUE})")
  private boolean observerEnabled = true;

  @Spec private CommandSpec commandSpec;

  /** Adds the plugin's option to Besu's command line; throws what Besu throws if it rejects it. */
  public void addTo(final PicoCLIOptions commandLine) {
    // Besu requires each option of a plugin to begin with "--plugin-" and this name.
    commandLine.addPicoCLIOptions("client-version", this);
  }

  /** Returns whether callers are to be recorded where Besu serves the method. */
  public boolean isObserverEnabled() {
    return observerEnabled;
  }

  /**
   * Returns which options of Besu let callers without a JWT call the method and what to do about
   * it; empty if there are none, or if Besu did not accept the plugin's option.
   *
   * @param mode Besu serves its own engine methods on the engine port only, those of plugins also
   *     on the ports of {@code --rpc-http-api} and {@code --rpc-ws-api}
   */
  public Optional<String> callableWithoutJwtBecause(final Mode mode) {
    if (isTrue("--engine-jwt-disabled")) {
      return Optional.of("--engine-jwt-disabled is set; remove that option");
    }
    if (contains("--rpc-http-api-methods-no-auth", METHOD)) {
      return Optional.of("--rpc-http-api-methods-no-auth contains it; remove it there");
    }
    if (mode == Mode.ANSWER && isEngineApiOnPublicPort()) {
      return Optional.of(
          "--rpc-http-api or --rpc-ws-api contains ENGINE; remove ENGINE there, consensus clients"
              + " use the engine port");
    }
    return Optional.empty();
  }

  /** Returns the value of {@code --genesis-file}, or empty for one of Besu's named networks. */
  Optional<String> genesisFile() {
    return Optional.ofNullable(besuOption("--genesis-file").getValue()).map(Object::toString);
  }

  /** Returns the value of {@code --network}, or an empty text for Besu's default. */
  String network() {
    final Object network = besuOption("--network").getValue();
    return network == null ? "" : network.toString();
  }

  /** Besu serves the WebSocket port with the methods of both options. */
  private boolean isEngineApiOnPublicPort() {
    final boolean isInHttpApi = contains("--rpc-http-api", "ENGINE");
    final boolean isOnHttp =
        isInHttpApi && isTrue("--rpc-http-enabled") && !isTrue("--rpc-http-authentication-enabled");
    final boolean isOnWebSocket =
        (isInHttpApi || contains("--rpc-ws-api", "ENGINE"))
            && isTrue("--rpc-ws-enabled")
            && !isTrue("--rpc-ws-authentication-enabled");
    return isOnHttp || isOnWebSocket;
  }

  private boolean contains(final String option, final String value) {
    return valueOf(option) instanceof Collection<?> values
        && values.stream().anyMatch(each -> value.equalsIgnoreCase(each.toString()));
  }

  private boolean isTrue(final String option) {
    return Boolean.TRUE.equals(valueOf(option));
  }

  private Object valueOf(final String option) {
    final OptionSpec spec = commandSpec == null ? null : besuCommand().findOption(option);
    return spec == null ? null : spec.getValue();
  }

  private OptionSpec besuOption(final String option) {
    if (commandSpec == null) {
      throw new IllegalStateException("Besu did not accept the plugin's option");
    }
    final OptionSpec spec = besuCommand().findOption(option);
    if (spec == null) {
      throw new IllegalStateException("Besu has no option " + option);
    }
    return spec;
  }

  /** The command to which the plugin's option was added is Besu's own. */
  private CommandSpec besuCommand() {
    return commandSpec.findOption(OBSERVER_ENABLED).command();
  }
}
