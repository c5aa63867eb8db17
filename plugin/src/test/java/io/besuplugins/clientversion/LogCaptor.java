// SPDX-License-Identifier: Apache-2.0
package io.besuplugins.clientversion;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
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

  private final Queue<String> lines = new ConcurrentLinkedQueue<>();

  /** Creates an appender that a test adds to a log configuration itself. */
  public LogCaptor(final String name, final String pattern) {
    super(
        name,
        null,
        PatternLayout.newBuilder().withPattern(pattern).withAlwaysWriteExceptions(false).build(),
        false,
        Property.EMPTY_ARRAY);
  }

  /** Captures level and message of what a class logs, from this level on and until it is closed. */
  public static LogCaptor of(final Class<?> logger, final Level level) {
    final LogCaptor captor = new LogCaptor(logger.getName(), "%p %m");
    captor.attach(level);
    return captor;
  }

  /** Adds the appender to the logger of its own name, and sets that logger's level. */
  public void attach(final Level level) {
    Configurator.setLevel(getName(), level);
    ((Logger) LogManager.getLogger(getName())).addAppender(this);
  }

  /** What was printed so far. */
  public List<String> lines() {
    return List.copyOf(lines);
  }

  /** What was printed at WARN so far. */
  public List<String> warnings() {
    return lines().stream().filter(line -> line.startsWith("WARN ")).toList();
  }

  public void clear() {
    lines.clear();
  }

  @Override
  public void append(final LogEvent event) {
    lines.add((String) getLayout().toSerializable(event));
  }

  /** A log configuration that is replaced stops its appenders, and tests put it back. */
  @Override
  public boolean isStarted() {
    return true;
  }

  @Override
  public void close() {
    ((Logger) LogManager.getLogger(getName())).removeAppender(this);
  }
}
