// SPDX-License-Identifier: Apache-2.0
package io.besuplugins.clientversion.comparison;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** An operator's log4j configuration, which log4j reads again when it changes. */
enum Log4jFile {
  PLAIN("", "", Log4jFile.COLUMNS),

  /** Prints these engine calls at any level, on the root logger. */
  ACCEPTING_FILTER_OF_ROOT(
      "",
      "<RegexFilter regex=\".*getClientVersion.*\" onMatch=\"ACCEPT\" onMismatch=\"NEUTRAL\"/>",
      Log4jFile.COLUMNS),

  /** Prints these engine calls at any level, in front of the level check of every logger. */
  ACCEPTING_FILTER(
      "<RegexFilter regex=\".*getClientVersion.*\" onMatch=\"ACCEPT\" onMismatch=\"NEUTRAL\"/>",
      "",
      Log4jFile.COLUMNS),

  /** Two filters in front of the level check of every logger. */
  SEVERAL_FILTERS(
      "<Filters>"
          + "<RegexFilter regex=\".*JSON-RPC request.*\" onMatch=\"DENY\" onMismatch=\"NEUTRAL\"/>"
          + "<ThresholdFilter level=\"DEBUG\" onMatch=\"NEUTRAL\" onMismatch=\"DENY\"/>"
          + "</Filters>",
      "",
      Log4jFile.COLUMNS),

  /** Prints three events at TRACE and no more, in front of the level check of every logger. */
  BURST_FILTER(
      "<BurstFilter level=\"TRACE\" rate=\"0.001\" maxBurst=\"3\"/>", "", Log4jFile.COLUMNS),

  /** Prints the line of code, and a value of the root logger. */
  LINE_NUMBER_AND_PROPERTY(
      "", "<Property name=\"host\" value=\"validator-1\"/>", "%p | %c{1} | %L | %X{host} | %m%n"),

  /** Builds JSON without escaping the message. */
  JSON_BY_PATTERN(
      "", "", "{\"level\":\"%p\",\"logger\":\"%c{1}\",\"message\":\"%m{nolookups}\"}%n"),

  /** Prints warnings and errors only, behind a mark. */
  THRESHOLD_FILTER("<ThresholdFilter level=\"WARN\"/>", "", "RELOADED " + Log4jFile.COLUMNS);

  private static final String COLUMNS = "%p | %c{1} | %m%n";

  private final String filter;
  private final String root;
  private final String pattern;

  Log4jFile(final String filter, final String root, final String pattern) {
    this.filter = filter;
    this.root = root;
    this.pattern = pattern;
  }

  /** Writes the configuration, in which Besu's engine methods log at TRACE. */
  Path write(final Path file) throws IOException {
    return Files.writeString(
        file,
        """
        <?xml version="1.0" encoding="UTF-8"?>
        <Configuration monitorInterval="1">
          <Appenders>
            <Console name="Console"><PatternLayout pattern="%s"/></Console>
          </Appenders>
          %s
          <Loggers>
            <Logger name="org.hyperledger.besu.ethereum.api.jsonrpc" level="TRACE"/>
            <Root level="INFO">%s<AppenderRef ref="Console"/></Root>
          </Loggers>
        </Configuration>
        """
            .formatted(pattern.replace("\"", "&quot;"), filter, root));
  }
}
