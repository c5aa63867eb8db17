package io.besuplugins.clientversion.standin.logging;

import java.util.Objects;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.core.LoggerContext;
import org.apache.logging.log4j.core.config.Configuration;
import org.apache.logging.log4j.core.config.LoggerConfig;

/**
 * Changes log levels as Besu does for {@code --logging} and {@code admin_changeLogLevel}: the named
 * logger, which is configured if it was not, and every configured one whose name begins with that
 * name. The empty name is all of them, those that a plugin has configured included.
 */
public final class LogLevels {

  private LogLevels() {}

  /**
   * Sets a level.
   *
   * @param prefix how the names of the loggers begin
   * @param levelName the level
   */
  public static void set(final String prefix, final String levelName) {
    final Level level = Objects.requireNonNull(Level.toLevel(levelName, null));
    final LoggerContext context = LoggerContext.getContext(false);
    final Configuration configuration = context.getConfiguration();
    boolean changed = false;
    if (!configuration.getLoggerConfig(prefix).getName().equals(prefix)) {
      configuration.addLogger(prefix, new LoggerConfig(prefix, level, true));
      changed = true;
    }
    for (final LoggerConfig logger : configuration.getLoggers().values()) {
      if (logger.getName().startsWith(prefix) && !logger.getLevel().equals(level)) {
        logger.setLevel(level);
        changed = true;
      }
    }
    if (changed) {
      context.updateLoggers();
    }
  }

  /** Reads the configuration anew; what was added to it by program is lost. */
  public static void reconfigure() {
    LoggerContext.getContext(false).reconfigure();
  }

  /** Keeps INFO out of the output, for {@code --help} and {@code --version}. */
  public static void silence() {
    final LoggerContext context = LoggerContext.getContext(false);
    context.getLoggers().forEach(logger -> logger.setLevel(Level.WARN));
    context.getConfiguration().getLoggers().values().forEach(logger -> logger.setLevel(Level.WARN));
  }

  /** Writes out what is left and ends logging. */
  public static void shutDown() {
    LoggerContext.getContext(false).terminate();
  }
}
