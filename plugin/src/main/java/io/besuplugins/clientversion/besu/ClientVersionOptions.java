// SPDX-License-Identifier: Apache-2.0
package io.besuplugins.clientversion.besu;

import java.util.Collection;
import java.util.Optional;
import org.hyperledger.besu.plugin.services.PicoCLIOptions;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * The plugin's command line option, and the values of Besu's own options. Besu sets the values
 * after {@code register()}, or before it if it calls {@code defineOptions()}.
 */
public final class ClientVersionOptions {

  public static final String OBSERVER_ENABLED = "--plugin-client-version-observer-enabled";

  @Option(
      names = OBSERVER_ENABLED,
      paramLabel = "<BOOLEAN>",
      arity = "0..1",
      defaultValue = "true",
      fallbackValue = "true",
      description =
          "Record the consensus client where Besu itself implements engine_getClientVersionV1,"
              + " by observing what Besu's engine methods log (default: ${DEFAULT-VALUE})")
  private boolean observerEnabled = true;

  @Spec private CommandSpec commandSpec;

  public void addTo(final PicoCLIOptions commandLine) {
    // Besu requires each option of a plugin to begin with "--plugin-" and this name.
    commandLine.addPicoCLIOptions("client-version", this);
  }

  /** Returns whether callers are to be recorded where Besu implements the method. */
  public boolean isObserverEnabled() {
    return observerEnabled;
  }

  /**
   * Returns whether an engine method that a plugin registers can be called without a JWT: over HTTP
   * if {@code --rpc-http-api} contains ENGINE, over WebSocket if that or {@code --rpc-ws-api} does.
   * Returns false if Besu did not accept the plugin's options.
   */
  public boolean isEngineApiExposedWithoutJwt() {
    final boolean exposedOverHttp = containsEngine("--rpc-http-api");
    return exposedOverHttp && isTrue("--rpc-http-enabled")
        || (exposedOverHttp || containsEngine("--rpc-ws-api")) && isTrue("--rpc-ws-enabled");
  }

  /** Returns the value of {@code --genesis-file}, or empty for one of Besu's named networks. */
  Optional<String> genesisFile() {
    if (commandSpec == null) {
      throw new IllegalStateException("Besu did not accept the plugin's options");
    }
    return Optional.ofNullable(valueOf("--genesis-file")).map(Object::toString);
  }

  private boolean containsEngine(final String option) {
    return valueOf(option) instanceof Collection<?> apis
        && apis.stream().anyMatch(api -> "ENGINE".equalsIgnoreCase(api.toString()));
  }

  private boolean isTrue(final String option) {
    return Boolean.TRUE.equals(valueOf(option));
  }

  /** The command to which the plugin's option was added is Besu's own. */
  private Object valueOf(final String option) {
    if (commandSpec == null) {
      return null;
    }
    final CommandSpec besu = commandSpec.findOption(OBSERVER_ENABLED).command();
    return besu.findOption(option) == null ? null : besu.findOption(option).getValue();
  }
}
