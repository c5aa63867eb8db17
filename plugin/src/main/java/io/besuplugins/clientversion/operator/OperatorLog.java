// SPDX-License-Identifier: Apache-2.0
package io.besuplugins.clientversion.operator;

import io.besuplugins.clientversion.consensus.ConsensusClientListener;
import io.besuplugins.clientversion.identification.ClientVersion;
import io.besuplugins.clientversion.operator.PluginStatus.Mode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;

/**
 * Every line that an operator reads. Changes are logged at INFO and repeated calls at DEBUG.
 * Nothing is logged because a call did not come, which the specification forbids.
 */
public final class OperatorLog implements ConsensusClientListener {

  private static final int MAX_CLIENTS_PER_LINE = 8;

  private static final Map<Mode, String> START_LINES =
      Map.of(
          Mode.ANSWER, "{} is answered by this plugin (version {}) as {}",
          Mode.OBSERVE, "{} is observed by this plugin (version {}) and answered by {}",
          Mode.OFF, "{} is left alone by this plugin (version {}) on {}");

  private final Logger log;
  private final Set<String> failedSteps = ConcurrentHashMap.newKeySet();

  public OperatorLog(final Logger log) {
    this.log = log;
  }

  /** Logs once per start what the plugin does about the method. */
  public void started(final String method, final PluginStatus status) {
    log.info(START_LINES.get(status.mode()), method, status.plugin(), describe(status.besu()));
  }

  /** The plugin does nothing, because it does not know Besu's plugin API. */
  public void unsupportedPluginApi(final String pluginVersion, final String cause) {
    log.warn(
        "The client version plugin (version {}) does nothing on this node, because it does not know"
            + " this Besu's plugin API ({}). A newer version of the plugin may support it",
        pluginVersion,
        cause);
  }

  /** The method is left to Besu, which would not start with a second method of that name. */
  public void cannotDetermineOwner(final String method, final Throwable cause) {
    log.warn(
        "Cannot determine whether Besu implements {}; leaving it to Besu: {}",
        method,
        cause.toString());
    log.debug("Cause", cause);
  }

  public void cannotObserve(final Throwable cause) {
    log.warn("Consensus clients are not recorded on this node: {}", cause.toString());
    log.debug("Cause", cause);
  }

  /** Anyone who can reach the node can call the method. */
  public void exposedWithoutJwt(final String method) {
    log.warn(
        "{} is served without a JWT, because --rpc-http-api or --rpc-ws-api contains ENGINE: remove"
            + " ENGINE from that option; consensus clients use the engine port",
        method);
  }

  public void missingService(final String service, final String consequence) {
    log.warn("Besu offers no {}: {}", service, consequence);
  }

  /** Logs at WARN once per step. Never throws, even if logging fails. */
  public void stepFailed(final String step, final Throwable failure) {
    try {
      if (failedSteps.add(step)) {
        log.warn("The client version plugin failed to {}; the node is not affected", step, failure);
      } else {
        log.debug("The client version plugin failed again to {}", step, failure);
      }
    } catch (final Throwable loggingFailure) {
      failure.addSuppressed(loggingFailure);
    }
  }

  @Override
  public void onFirstSeen(final ClientVersion client) {
    log.info("Consensus client: {}", describe(client));
  }

  @Override
  public void onUpgraded(final ClientVersion from, final ClientVersion to) {
    log.info("Consensus client upgraded: from {} to {}", describe(from), describe(to));
  }

  @Override
  public void onReplaced(final ClientVersion from, final ClientVersion to) {
    log.info("Consensus client changed: {} took over from {}", describe(to), describe(from));
  }

  @Override
  public void onAlternating(final List<ClientVersion> clients) {
    final int omitted = Math.max(0, clients.size() - MAX_CLIENTS_PER_LINE);
    final StringJoiner described = new StringJoiner("; ");
    for (final ClientVersion client : clients.subList(omitted, clients.size())) {
      described.add(describe(client));
    }
    if (omitted > 0) {
      described.add("and " + omitted + " more");
    }
    log.info(
        "Several consensus clients call this node alternately; further switches are not logged: {}",
        described);
  }

  @Override
  public void onUnlistedCode(final ClientVersion client) {
    log.info(
        "Client code {} is not on the Engine API's list of client codes: {}",
        client.code(),
        describe(client));
  }

  @Override
  public void onNewClientsSuppressed(final long suppressed) {
    log.info(
        "More than 30 new consensus clients within a minute; {} not logged so far", suppressed);
  }

  @Override
  public void onRepeatedCall(final ClientVersion client) {
    if (log.isDebugEnabled()) {
      log.debug("Consensus client called again: {}", describe(client));
    }
  }

  @Override
  public void onAnonymousCall() {
    log.debug("A consensus client called without identifying itself");
  }

  @Override
  public void onMalformedCall(final String reason) {
    log.debug("A consensus client called with an invalid ClientVersionV1: {}", reason);
  }

  @Override
  public void onRejectedCall(final String reason) {
    log.debug("Rejected a call of a consensus client: {}", reason);
  }

  private static String describe(final ClientVersion client) {
    return String.format(
        "%s %s (%s, %s)",
        orElse(client.name(), "unnamed client"),
        orElse(client.version(), "without version"),
        orElse(client.code(), "no code"),
        client.commit().isEmpty() ? "no commit" : "commit " + client.commit());
  }

  private static String orElse(final String text, final String absent) {
    return text.isEmpty() ? absent : text;
  }
}
