// SPDX-License-Identifier: Apache-2.0
package io.besuplugins.clientversion.monitoring;

import io.besuplugins.clientversion.client.ClientCodes;
import io.besuplugins.clientversion.client.ClientVersion;
import io.besuplugins.clientversion.client.ConsensusClientCall;
import io.besuplugins.clientversion.client.ConsensusClientListener;
import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import org.slf4j.Logger;

/**
 * Logs which consensus client calls, whenever it is not the one that was logged last. Repeated
 * calls are logged at DEBUG, a missing call is never logged: the specification forbids error
 * messages for that.
 *
 * <p>Clients that call in turn are logged once: the first switch back to an earlier client is a
 * change, the second one within an hour says that they call in turn, and further ones are not
 * logged until an hour passes without one. The longest interval between two calls of a known client
 * is 15 minutes (Lighthouse).
 *
 * <p>Not thread-safe: the tracker delivers one event at a time.
 */
public final class ConsensusClientLog implements ConsensusClientListener {

  private static final long HOUR = Duration.ofHours(1).toNanos();
  private static final int MAX_CLIENTS_PER_LINE = 8;
  private static final int MAX_UNLISTED_CODES = 64;

  private final Logger log;
  private final LongSupplier nanoClock;
  private final LineLimit limit;
  private final Set<String> unlistedCodes = new HashSet<>();

  /** The clients that called most recently and when, the least recent one first. */
  private final Map<ClientVersion, Long> recentCalls = new LinkedHashMap<>(16, 0.75f, true);

  private ClientVersion lastLogged;
  private int switchesBack;
  private long lastSwitchBack;
  private boolean inTurnIsLogged;
  private boolean failureIsLogged;

  /**
   * @param log where to log to
   * @param nanoClock a monotonic clock such as {@link System#nanoTime()}
   */
  public ConsensusClientLog(final Logger log, final LongSupplier nanoClock) {
    this.log = log;
    this.nanoClock = nanoClock;
    this.limit = new LineLimit(log);
  }

  @Override
  public void onCall(final ConsensusClientCall call) {
    final long now = nanoClock.getAsLong();
    limit.reportOmitted(now);
    addRecentCall(call.client(), now);
    if (areCallingInTurn(call, now)) {
      logInTurn(call, now);
    } else if (!call.client().equals(lastLogged)) {
      logChange(call, now);
    } else if (log.isDebugEnabled()) {
      log.debug("Consensus client called again: {}", describe(call.client()));
    }
  }

  @Override
  public void onUnidentifiedCall(final String reason) {
    log.debug("A caller of engine_getClientVersionV1 did not identify itself: {}", reason);
  }

  @Override
  public void onRejectedCall(final String reason) {
    log.debug("Rejected a call of engine_getClientVersionV1: {}", reason);
  }

  @Override
  public void onFailure(final Throwable failure) {
    if (failureIsLogged) {
      log.debug("Consensus client calls cannot be recorded completely", failure);
    } else {
      log.warn("Consensus client calls cannot be recorded completely", failure);
      failureIsLogged = true;
    }
  }

  private void addRecentCall(final ClientVersion client, final long now) {
    recentCalls.put(client, now);
    if (recentCalls.size() > MAX_CLIENTS_PER_LINE) {
      recentCalls.remove(recentCalls.keySet().iterator().next());
    }
  }

  private boolean areCallingInTurn(final ConsensusClientCall call, final long now) {
    final boolean isRecent = switchesBack > 0 && now - lastSwitchBack < HOUR;
    if (!isRecent) {
      switchesBack = 0;
      inTurnIsLogged = false;
    }
    if (call.isSwitch() && call.isRepeated()) {
      switchesBack++;
      lastSwitchBack = now;
    }
    return switchesBack > 1 && call.isRepeated();
  }

  private void logInTurn(final ConsensusClientCall call, final long now) {
    if (!inTurnIsLogged && limit.allows(call, now)) {
      log.info(
          "Several consensus clients call this node in turn: {}."
              + " Further changes between them are not logged",
          recentCalls.entrySet().stream()
              .filter(recent -> now - recent.getValue() < HOUR)
              .map(recent -> describe(recent.getKey()))
              .collect(Collectors.joining("; ")));
      inTurnIsLogged = true;
      lastLogged = call.client();
    } else if (log.isDebugEnabled()) {
      log.debug("Consensus client called in turn: {}", describe(call.client()));
    }
  }

  /**
   * Marks the client as logged last of all, so that a line that an appender lost is logged again.
   */
  private void logChange(final ConsensusClientCall call, final long now) {
    if (!limit.allows(call, now)) {
      return;
    }
    if (lastLogged == null) {
      log.info("Consensus client: {}", describe(call.client()));
    } else {
      log.info(
          "Consensus client changed: from {} to {}", describe(lastLogged), describe(call.client()));
    }
    lastLogged = call.client();
    logUnlistedCode(call, now);
  }

  private void logUnlistedCode(final ConsensusClientCall call, final long now) {
    final String code = call.client().code();
    if (!code.isEmpty()
        && ClientCodes.nameOf(code).isEmpty()
        && unlistedCodes.size() < MAX_UNLISTED_CODES
        && unlistedCodes.add(code)) {
      log.info("Unlisted client code {}: {}", code, describe(call.client()));
    }
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
