// SPDX-License-Identifier: Apache-2.0
package io.besuplugins.clientversion.observer;

import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.Marker;
import org.apache.logging.log4j.core.LogEvent;
import org.apache.logging.log4j.core.config.LoggerConfig;
import org.apache.logging.log4j.message.Message;
import org.apache.logging.log4j.message.ReusableMessage;

/**
 * A logger configuration that accepts every event but prints only what the operator's level allows.
 * The operator's configuration of the same logger, if there is one, becomes its parent.
 */
final class ObservingLoggerConfig extends LoggerConfig {

  /**
   * Accepts every event, and differs from the levels an operator can set: Besu's {@code
   * admin_changeLogLevel} skips a logger that already seems to have the requested level.
   */
  private static final Level ACCEPT_ALL = Level.forName("ENGINE_CALLS", Level.ALL.intLevel());

  private final EngineCallLogObserver observer;
  private final LoggerConfig operatorConfig;

  /** The level the operator set for this logger later, if there is no operator's configuration. */
  private volatile Level operatorLevel;

  /** The operator's configuration may be null. */
  ObservingLoggerConfig(
      final EngineCallLogObserver observer, final String name, final LoggerConfig operatorConfig) {
    super(name, Level.ALL, true);
    this.observer = observer;
    this.operatorConfig = operatorConfig;
  }

  boolean isOwnedBy(final EngineCallLogObserver owner) {
    return observer == owner;
  }

  /** Returns the configuration the logger would have if it had never been observed, or null. */
  LoggerConfig unobserved() {
    return operatorLevel == null
        ? operatorConfig
        : new LoggerConfig(getName(), operatorLevel, true);
  }

  @Override
  public Level getLevel() {
    return ACCEPT_ALL;
  }

  @Override
  public void setLevel(final Level level) {
    if (operatorConfig == null) {
      operatorLevel = level;
    } else {
      operatorConfig.setLevel(level);
    }
  }

  @Override
  public void setParent(final LoggerConfig parent) {
    if (operatorConfig == null) {
      super.setParent(parent);
    } else {
      operatorConfig.setParent(parent);
      super.setParent(operatorConfig);
    }
  }

  /** Every event passes here on its way to the appenders, whichever logger created it. */
  @Override
  public boolean isFiltered(final LogEvent event) {
    observer.onLogEvent(event.getMessage().getParameters());
    return !isPrinted(event.getLevel());
  }

  /** Slf4j logs with this overload. An event that is not printed would format the parameters. */
  @Override
  public void log(
      final String loggerName,
      final String fqcn,
      final StackTraceElement location,
      final Marker marker,
      final Level level,
      final Message message,
      final Throwable thrown) {
    if (isPrinted(level)) {
      super.log(loggerName, fqcn, location, marker, level, message, thrown);
    } else {
      observer.onLogEvent(detachParameters(message));
    }
  }

  /** The calling thread keeps a reusable message, and would keep a whole payload alive with it. */
  private static Object[] detachParameters(final Message message) {
    return message instanceof ReusableMessage reusable
        ? reusable.swapParameters(new Object[reusable.getParameterCount()])
        : message.getParameters();
  }

  private boolean isPrinted(final Level level) {
    return effectiveOperatorLevel().intLevel() >= level.intLevel();
  }

  private Level effectiveOperatorLevel() {
    if (operatorConfig != null) {
      return operatorConfig.getLevel();
    }
    final Level inherited = getParent() == null ? Level.ERROR : getParent().getLevel();
    if (inherited.equals(operatorLevel)) {
      operatorLevel = null;
    }
    return operatorLevel == null ? inherited : operatorLevel;
  }
}
