package io.besuplugins.clientversion.anycall;

import io.besuplugins.clientversion.operator.OperatorLog;
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
import org.slf4j.LoggerFactory;

/**
 * What a pattern layout prints of each event of one logger at DEBUG, with the stack trace where
 * there is one. One for a whole run: to set up a logger takes longer than a call.
 */
final class PrintedEvents extends AbstractAppender {

  private static final PrintedEvents OF_THE_RUN = new PrintedEvents();

  private final List<String> printed = new ArrayList<>();

  private PrintedEvents() {
    super(
        "events of any call",
        null,
        PatternLayout.newBuilder().withPattern("%p %msg%n").build(),
        false,
        Property.EMPTY_ARRAY);
    start();
  }

  /** A log whose events {@link #takeAll()} gives; forgets those of an earlier one. */
  static OperatorLog newLog() {
    OF_THE_RUN.keepInPlace();
    takeAll();
    return new OperatorLog(LoggerFactory.getLogger(PrintedEvents.class));
  }

  /** Those since it was last asked. */
  static List<String> takeAll() {
    synchronized (OF_THE_RUN.printed) {
      final List<String> taken = List.copyOf(OF_THE_RUN.printed);
      OF_THE_RUN.printed.clear();
      return taken;
    }
  }

  /** A test that reconfigured log4j left it without. */
  private void keepInPlace() {
    final Logger logger = (Logger) LogManager.getLogger(PrintedEvents.class);
    if (!logger.getAppenders().containsValue(this)) {
      Configurator.setLevel(PrintedEvents.class.getName(), Level.DEBUG);
      logger.addAppender(this);
    }
  }

  @Override
  public void append(final LogEvent event) {
    final String text = ((PatternLayout) getLayout()).toSerializable(event);
    synchronized (printed) {
      printed.add(text);
    }
  }
}
