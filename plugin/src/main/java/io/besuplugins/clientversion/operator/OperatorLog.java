package io.besuplugins.clientversion.operator;

import io.besuplugins.clientversion.consensus.ConsensusClientNews;
import io.besuplugins.clientversion.identification.ClientVersion;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.slf4j.Logger;

/**
 * The lines that an operator reads. What changes is told at INFO, what repeats at DEBUG, and that
 * no consensus client calls is never told: the specification forbids it.
 */
public final class OperatorLog implements ConsensusClientNews {

  private static final int MOST_CLIENTS_IN_A_LINE = 8;

  private final Logger log;
  private final AtomicBoolean callFailed = new AtomicBoolean();

  /**
   * Writes to that logger.
   *
   * @param log its name is what the operator sees as the origin of the lines
   */
  public OperatorLog(final Logger log) {
    this.log = log;
  }

  /** The plugin answers the method with this identity. */
  public void answers(final String method, final ClientVersion besu, final String pluginVersion) {
    log.info("{} is answered by this plugin (version {}) as {}", method, pluginVersion, line(besu));
  }

  /** The node answers the method by itself, so the plugin keeps out of its way. */
  public void leavesAnswerToBesu(
      final String method, final ClientVersion besu, final String pluginVersion) {
    log.info(
        "{} is answered by {} itself; this plugin (version {}) stays out of its way",
        method,
        line(besu),
        pluginVersion);
  }

  /** A service of Besu that is not there, and what the node goes without. */
  public void missingService(final String service, final String consequence) {
    log.warn("Besu offers no {}: {}", service, consequence);
  }

  /** A step of the plugin's life failed; the node goes on. */
  public void failed(final String step, final Throwable failure) {
    log.warn("The client version plugin failed to {}; the node goes on without", step, failure);
  }

  /** A call could not be taken in; it is answered all the same. Told at WARN once. */
  public void callFailed(final Throwable failure) {
    if (callFailed.compareAndSet(false, true)) {
      log.warn("A caller of the Engine API could not be noted", failure);
    } else {
      log.debug("A caller of the Engine API could not be noted", failure);
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
