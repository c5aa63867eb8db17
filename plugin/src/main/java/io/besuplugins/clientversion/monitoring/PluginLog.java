// SPDX-License-Identifier: Apache-2.0
package io.besuplugins.clientversion.monitoring;

import io.besuplugins.clientversion.besu.CommandLineOptions;
import io.besuplugins.clientversion.besu.ModeReason;
import io.besuplugins.clientversion.client.ClientVersion;
import org.slf4j.Logger;

/** Logs what the plugin does on this node, and what it cannot do. */
public final class PluginLog {

  private final Logger log;
  private final String pluginVersion;

  /**
   * @param log where to log to
   * @param pluginVersion the version that each line about the plugin names
   */
  public PluginLog(final Logger log, final String pluginVersion) {
    this.log = log;
    this.pluginVersion = pluginVersion;
  }

  /** The plugin serves the method, as Besu. */
  public void serving(final ClientVersion besu) {
    log.info(
        "Client version plugin {}: serving engine_getClientVersionV1 as Besu {} (BU, commit {})",
        pluginVersion,
        besu.version(),
        besu.commit());
  }

  /** Besu serves the method; the plugin records the callers. */
  public void observing(final ClientVersion besu) {
    log.info(
        "Client version plugin {}: Besu {} (BU, commit {}) serves engine_getClientVersionV1,"
            + " recording its callers",
        pluginVersion,
        besu.version(),
        besu.commit());
  }

  /** The operator has disabled the plugin. */
  public void disabled() {
    log.info(
        "Client version plugin {} is off: {}",
        pluginVersion,
        ModeReason.DISABLED_BY_OPERATOR.sentence());
  }

  /** The plugin can neither serve nor observe the method. */
  public void off(final ModeReason reason, final Throwable cause) {
    warn("Client version plugin " + pluginVersion + " is off: " + reason.sentence(), cause);
  }

  /** The mode could not be determined; the method is left to Besu. */
  public void undetermined(final Throwable cause) {
    warn(
        "Cannot determine whether Besu implements engine_getClientVersionV1, assuming that it does",
        cause);
  }

  /** Besu does not accept the plugin's option, which keeps its default. */
  public void optionNotAvailable(final Throwable cause) {
    warn("The option " + CommandLineOptions.OBSERVER_ENABLED + " is not available", cause);
  }

  /** The plugin's own RPC methods cannot be registered. */
  public void rpcMethodsNotAvailable(final Throwable cause) {
    warn("The RPC methods of CLIENTVERSION are not available", cause);
  }

  /** The plugin's metrics cannot be created. */
  public void metricsNotAvailable(final Throwable cause) {
    warn("The metrics of consensus clients are not available", cause);
  }

  /** Callers that have no JWT are recorded, too; the cause says which option allows them. */
  public void callableWithoutJwt(final String cause) {
    log.warn("engine_getClientVersionV1 can be called without a JWT, because {}", cause);
  }

  private void warn(final String sentence, final Throwable cause) {
    log.warn("{} ({})", sentence, String.valueOf(cause));
    log.debug(sentence, cause);
  }
}
