package io.besuplugins.clientversion.operator;

import io.besuplugins.clientversion.consensus.ConsensusClientNews;
import io.besuplugins.clientversion.identification.ClientVersion;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.slf4j.Logger;

/**
 * The lines that an operator reads. What changes is told at INFO, what repeats at DEBUG, and that
 * no consensus client calls is never told: the specification forbids it.
 */
public final class OperatorLog implements ConsensusClientNews {

  private static final int MOST_CLIENTS_IN_A_LINE = 8;

  private final Logger log;
  private final Set<String> failedActions = ConcurrentHashMap.newKeySet();

  /**
   * Writes to that logger.
   *
   * @param log its name is what the operator sees as the origin of the lines
   */
  public OperatorLog(final Logger log) {
    this.log = log;
  }

  /** How the plugin meets the method, once a start. */
  public void started(final String method, final PluginStatus status) {
    log.info(status.mode().line(), method, status.plugin(), line(status.besu()));
  }

  /** Who answers cannot be told; a second method of that name would keep Besu from starting. */
  public void inDoubt(final String method, final Throwable doubt) {
    log.warn(
        "Whether Besu answers {} by itself cannot be told, so it is left to Besu: {}",
        method,
        doubt.toString());
    log.debug("The cause", doubt);
  }

  /** Callers cannot be observed on this node. */
  public void cannotObserve(final Throwable reason) {
    log.warn("Consensus clients are not noted on this node: {}", reason.toString());
    log.debug("The cause", reason);
  }

  /** The method that the plugin registered is open to anyone who reaches the node. */
  public void servedWithoutToken(final String method) {
    log.warn(
        "{} is served without a JWT, because --rpc-http-api or --rpc-ws-api names ENGINE: take"
            + " ENGINE out there, consensus clients use the engine port",
        method);
  }

  /** A service of Besu that is not there, and what the node goes without. */
  public void missingService(final String service, final String consequence) {
    log.warn("Besu offers no {}: {}", service, consequence);
  }

  /**
   * The plugin failed in something, which changes nothing for the node or its callers. Told at WARN
   * once for each thing; throws nothing, even where the log does.
   */
  public void failed(final String action, final Throwable failure) {
    try {
      if (failedActions.add(action)) {
        log.warn("The client version plugin failed to {}; the node goes on", action, failure);
      } else {
        log.debug("The client version plugin failed again to {}", action, failure);
      }
    } catch (final Throwable untellable) {
      failure.addSuppressed(untellable);
    }
  }

  @Override
  public void firstSeen(final ClientVersion client) {
    log.info("Consensus client: {}", line(client));
  }

  @Override
  public void upgraded(final ClientVersion from, final ClientVersion to) {
    log.info("Consensus client upgraded: from {} to {}", line(from), line(to));
  }

  @Override
  public void tookOver(final ClientVersion from, final ClientVersion to) {
    log.info("Consensus client changed: {} took over from {}", line(to), line(from));
  }

  @Override
  public void takeTurns(final List<ClientVersion> clients) {
    final int more = clients.size() - MOST_CLIENTS_IN_A_LINE;
    log.info(
        "Several consensus clients call this node in turn, which is not logged again while they"
            + " do: {}{}",
        clients.stream()
            .skip(Math.max(0, more))
            .map(OperatorLog::line)
            .collect(Collectors.joining("; ")),
        more > 0 ? "; and " + more + " more" : "");
  }

  @Override
  public void unlistedCode(final ClientVersion client) {
    log.info(
        "Client code {} is not on the Engine API's list of client codes: {}",
        client.code(),
        line(client));
  }

  @Override
  public void flood(final long unnamed) {
    log.info(
        "Too many consensus clients never seen before within a minute to name each: {} not named"
            + " so far",
        unnamed);
  }

  @Override
  public void calledAgain(final ClientVersion client) {
    if (log.isDebugEnabled()) {
      log.debug("Consensus client called again: {}", line(client));
    }
  }

  @Override
  public void calledAnonymously() {
    log.debug("A consensus client called without saying who it is");
  }

  @Override
  public void calledUnreadably(final String reason) {
    log.debug("A consensus client did not say who it is: {}", reason);
  }

  @Override
  public void refused(final String reason) {
    log.debug("Refused a call of a consensus client: {}", reason);
  }

  private static String line(final ClientVersion client) {
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
