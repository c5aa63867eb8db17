package io.besuplugins.clientversion.engine;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.apache.logging.log4j.core.LogEvent;
import org.apache.logging.log4j.core.appender.AbstractAppender;
import org.apache.logging.log4j.core.config.Property;
import org.apache.logging.log4j.core.layout.PatternLayout;

/** An appender that keeps what it prints. */
final class PrintedLines extends AbstractAppender {

  private final List<String> lines = Collections.synchronizedList(new ArrayList<>());

  PrintedLines(final String name) {
    super(
        name,
        null,
        PatternLayout.newBuilder()
            .withPattern("%t %p %c %L %msg %throwable{short.message}")
            .build(),
        false,
        Property.EMPTY_ARRAY);
    start();
  }

  List<String> lines() {
    return lines;
  }

  void clear() {
    lines.clear();
  }

  @Override
  public void append(final LogEvent event) {
    lines.add(new String(getLayout().toByteArray(event), StandardCharsets.UTF_8));
  }
}
