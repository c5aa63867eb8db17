package io.besuplugins.clientversion;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.slf4j.ILoggerFactory;
import org.slf4j.IMarkerFactory;
import org.slf4j.event.EventRecordingLogger;
import org.slf4j.event.Level;
import org.slf4j.event.SubstituteLoggingEvent;
import org.slf4j.helpers.BasicMDCAdapter;
import org.slf4j.helpers.BasicMarkerFactory;
import org.slf4j.helpers.MessageFormatter;
import org.slf4j.helpers.SubstituteLogger;
import org.slf4j.spi.MDCAdapter;
import org.slf4j.spi.SLF4JServiceProvider;

/** A logging backend that is not log4j, and keeps what it is told. */
public final class OtherBackend implements SLF4JServiceProvider {

  /** What was logged, in the class loader that this class is of. */
  public static final Queue<SubstituteLoggingEvent> EVENTS = new ConcurrentLinkedQueue<>();

  private final IMarkerFactory markers = new BasicMarkerFactory();
  private final MDCAdapter context = new BasicMDCAdapter();

  @Override
  public ILoggerFactory getLoggerFactory() {
    return name -> new EventRecordingLogger(new SubstituteLogger(name, EVENTS, false), EVENTS);
  }

  @Override
  public IMarkerFactory getMarkerFactory() {
    return markers;
  }

  @Override
  public MDCAdapter getMDCAdapter() {
    return context;
  }

  @Override
  public String getRequestedApiVersion() {
    return "2.0";
  }

  @Override
  public void initialize() {}

  /** The lines at WARN, formatted. */
  public static List<String> warnings() {
    return EVENTS.stream()
        .filter(event -> event.getLevel() == Level.WARN)
        .map(
            event ->
                MessageFormatter.arrayFormat(event.getMessage(), event.getArgumentArray())
                    .getMessage())
        .toList();
  }
}
