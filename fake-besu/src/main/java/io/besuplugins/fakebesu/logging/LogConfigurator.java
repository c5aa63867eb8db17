// SPDX-License-Identifier: Apache-2.0
package io.besuplugins.fakebesu.logging;

import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.core.LoggerContext;
import org.apache.logging.log4j.core.config.Configuration;
import org.apache.logging.log4j.core.config.LoggerConfig;

/** Changes log4j's configuration as Besu does. */
public final class LogConfigurator {

  private LogConfigurator() {}

  /**
   * Sets the level of a logger, which is configured if it was not, and of every configured logger
   * whose name begins with that name. The empty name is all of them.
   */
  public static void setLevel(final String prefix, final String levelName) {
    final Level level = Level.valueOf(levelName);
    final LoggerContext context = LoggerContext.getContext(false);
    final Configuration configuration = context.getConfiguration();
    boolean isChanged = false;
    if (!configuration.getLoggerConfig(prefix).getName().equals(prefix)) {
      configuration.addLogger(prefix, new LoggerConfig(prefix, level, true));
      isChanged = true;
    }
    for (final LoggerConfig logger : configuration.getLoggers().values()) {
      if (logger.getName().startsWith(prefix) && !logger.getLevel().equals(level)) {
        logger.setLevel(level);
        isChanged = true;
      }
    }
    if (isChanged) {
      context.updateLoggers();
    }
  }

  /** Reads the configuration again; programmatic changes are lost. */
  public static void reconfigure() {
    LoggerContext.getContext(false).reconfigure();
  }

  /** Ends logging. */
  public static void shutdown() {
    LoggerContext.getContext(false).terminate();
  }
}
