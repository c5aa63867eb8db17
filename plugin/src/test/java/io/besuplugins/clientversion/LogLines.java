package io.besuplugins.clientversion;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.core.LogEvent;
import org.apache.logging.log4j.core.Logger;
import org.apache.logging.log4j.core.appender.AbstractAppender;
import org.apache.logging.log4j.core.config.Configurator;
import org.apache.logging.log4j.core.config.Property;

/** What a logger prints while a test runs, level and message. */
public final class LogLines extends AbstractAppender implements AutoCloseable {

  private final List<String> lines = Collections.synchronizedList(new ArrayList<>());
  private final Logger logger;

  private LogLines(final Logger logger) {
    super("lines of a test", null, null, true, Property.EMPTY_ARRAY);
    this.logger = logger;
  }

  /** Listens at a level until it is closed. */
  public static LogLines of(final Class<?> name, final Level level) {
    Configurator.setLevel(name.getName(), level);
    final LogLines lines = new LogLines((Logger) LogManager.getLogger(name));
    lines.start();
    lines.logger.addAppender(lines);
    return lines;
  }

  /** The lines so far. */
  public List<String> soFar() {
    return List.copyOf(lines);
  }

  @Override
  public void append(final LogEvent event) {
    lines.add(event.getLevel() + " " + event.getMessage().getFormattedMessage());
  }

  @Override
  public void close() {
    logger.removeAppender(this);
    stop();
  }
}
