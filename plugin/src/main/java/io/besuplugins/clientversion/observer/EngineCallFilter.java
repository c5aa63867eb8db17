// SPDX-License-Identifier: Apache-2.0
package io.besuplugins.clientversion.observer;

import java.util.Set;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.Marker;
import org.apache.logging.log4j.core.Logger;

/**
 * Sees each call of {@code engine_getClientVersionV1} that Besu serves. Always neutral: what is
 * logged does not change.
 *
 * <p>Besu's engine methods log their name and params at TRACE before they execute, for calls that
 * passed authentication only (source: {@code ExecutionEngineJsonRpcMethod}, 24.9.0 to 26.8.0; from
 * 26.8.0 on, a method may log to the logger of its own class). A filter of log4j's configuration is
 * asked before the level is compared, with the arguments as they are.
 */
final class EngineCallFilter extends NeutralFilter {

  private static final String METHOD = "engine_getClientVersionV1";
  private static final String PACKAGE =
      "org.hyperledger.besu.ethereum.api.jsonrpc.internal.methods.";
  private static final Set<String> LOGGERS =
      Set.of(PACKAGE + "ExecutionEngineJsonRpcMethod", PACKAGE + "engine.EngineGetClientVersionV1");

  private final EngineCallListener listener;

  EngineCallFilter(final EngineCallListener listener) {
    this.listener = listener;
  }

  /** Besu's log call has two arguments: the method's name and its params. */
  @Override
  public Result filter(
      final Logger logger,
      final Level level,
      final Marker marker,
      final String message,
      final Object p0,
      final Object p1) {
    if (METHOD.equals(p0)) {
      notifyListener(logger, p1);
    }
    return Result.NEUTRAL;
  }

  /** The logger is compared, because others log calls that are not authenticated yet. */
  private void notifyListener(final Logger logger, final Object params) {
    if (LOGGERS.contains(logger.getName()) && (params == null || params instanceof Object[])) {
      try {
        listener.onCall((Object[]) params);
      } catch (final Throwable ignored) {
        // Besu's log call has to return.
      }
    }
  }
}
