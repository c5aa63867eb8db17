// SPDX-License-Identifier: Apache-2.0
package io.besuplugins.clientversion;

import java.util.ArrayList;
import java.util.List;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.core.LogEvent;
import org.apache.logging.log4j.core.Logger;
import org.apache.logging.log4j.core.appender.AbstractAppender;
import org.apache.logging.log4j.core.config.Configurator;
import org.apache.logging.log4j.core.config.Property;
import org.apache.logging.log4j.core.layout.PatternLayout;

/** An appender that captures what is printed, one string for each event. Thread-safe. */
public final class LogCaptor extends AbstractAppender implements AutoCloseable {

  private final List<String> lines = new ArrayList<>();

  /** Creates an appender of this name that a test attaches itself. */
  public LogCaptor(final String name, final String pattern) {
    super(
        name,
        null,
        PatternLayout.newBuilder().withPattern(pattern).withAlwaysWriteExceptions(false).build(),
        false,
        Property.EMPTY_ARRAY);
    start();
  }

  /** Captures level and message of what a class logs, from this level on and until it is closed. */
  public static LogCaptor of(final Class<?> logger, final Level level) {
    final LogCaptor captor = new LogCaptor(logger.getName(), "%p %m");
    captor.attach(level);
    return captor;
  }

  /** Attaches to the logger of the appender's name, unless it still is. */
  public void attach(final Level level) {
    final Logger logger = (Logger) LogManager.getLogger(getName());
    Configurator.setLevel(getName(), level);
    if (!isStarted() || !logger.getAppenders().containsValue(this)) {
      start();
      logger.addAppender(this);
    }
  }

  /** What was printed so far. */
  public List<String> lines() {
    synchronized (lines) {
      return List.copyOf(lines);
    }
  }

  /** What was printed at WARN so far. */
  public List<String> warnings() {
    return lines().stream().filter(line -> line.startsWith("WARN ")).toList();
  }

  /** What was printed since the last call. */
  public List<String> takeAll() {
    synchronized (lines) {
      final List<String> taken = List.copyOf(lines);
      lines.clear();
      return taken;
    }
  }

  @Override
  public void append(final LogEvent event) {
    final String line = (String) getLayout().toSerializable(event);
    synchronized (lines) {
      lines.add(line);
    }
  }

  @Override
  public void close() {
    ((Logger) LogManager.getLogger(getName())).removeAppender(this);
    stop();
  }
}
