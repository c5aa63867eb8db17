// SPDX-License-Identifier: Apache-2.0
package io.besuplugins.clientversion.observer;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mockStatic;
import static org.mockito.Mockito.spy;

import io.besuplugins.clientversion.FakeBesuClassLoader;
import io.besuplugins.clientversion.LogCaptor;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.core.LoggerContext;
import org.apache.logging.log4j.core.config.Configuration;
import org.apache.logging.log4j.core.config.ConfigurationSource;
import org.apache.logging.log4j.core.config.LoggerConfig;
import org.apache.logging.log4j.core.config.xml.XmlConfiguration;
import org.apache.logging.log4j.message.Message;
import org.apache.logging.log4j.message.MessageFactory;
import org.apache.logging.log4j.message.ParameterizedMessageFactory;
import org.apache.logging.log4j.message.SimpleMessage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.mockito.MockedStatic;
import org.slf4j.LoggerFactory;
import org.slf4j.helpers.NOPLoggerFactory;

class EngineCallLogObserverTest {

  private static final String METHODS =
      "org.hyperledger.besu.ethereum.api.jsonrpc.internal.methods";
  private static final String SHARED = METHODS + ".ExecutionEngineJsonRpcMethod";
  private static final String OWN = METHODS + ".engine.EngineGetClientVersionV1";
  private static final String OTHER = METHODS + ".Other";
  private static final List<String> LOGGERS = List.of(SHARED, OWN);
  private static final String METHOD = "engine_getClientVersionV1";
  private static final MessageFactory NOT_REUSABLE = ParameterizedMessageFactory.INSTANCE;
  private static final String REQUEST = "execution engine JSON-RPC request {} {}";

  /** What operators configure for the loggers. */
  private static final List<String> CONFIGURATIONS =
      List.of(
          "",
          logger("org.hyperledger.besu.ethereum", "debug", ""),
          logger(SHARED, "trace", "") + logger(OWN, "trace", ""),
          logger(SHARED, "off", ""),
          logger(OWN, "trace' additivity='false", ""),
          logger(SHARED, "trace", "<RegexFilter regex='.*newPayload.*' onMatch='DENY'/>"));

  /** How operators change levels of a running node, one after the other. */
  private static final List<String> LEVEL_CHANGES =
      """
      |=TRACE|=DEBUG|=OFF|=ALL|=INFO =TRACE|=TRACE =INFO|METHODS=DEBUG|METHODS=TRACE|\
      METHODS=TRACE =WARN|SHARED=TRACE|OWN=TRACE|METHODS=TRACE SHARED=INFO|\
      SHARED=TRACE =INFO|SHARED=OFF METHODS=TRACE|OTHER=TRACE"""
          .lines()
          .flatMap(line -> Stream.of(line.split("[|]")))
          .toList();

  private static final Map<String, String> NAMES =
      Map.of("", "", "METHODS", METHODS, "SHARED", SHARED, "OWN", OWN, "OTHER", OTHER);

  private final LoggerContext log4j =
      LoggerContext.getContext(getClass().getClassLoader(), false, null);
  private final Configuration original = log4j.getConfiguration();
  private final LogCaptor printed = new LogCaptor("main", "%t %p %c %L %m %throwable{1}");
  private final List<Object[]> calls = new ArrayList<>();
  private final List<Throwable> failures = new ArrayList<>();

  @BeforeEach
  void configure() throws IOException {
    configure("");
  }

  @AfterEach
  void restoreConfiguration() {
    log4j.reconfigure(original);
    assertThat(failures).isEmpty();
  }

  @Test
  void passesOnTheParametersOfACallOnceWhicheverLoggerItIsLoggedTo() {
    for (final String logger : LOGGERS) {
      calls.clear();
      try (EngineCallLogObserver observer = observe()) {
        log(logger, METHOD, new Object[] {Map.of("code", "LH"), 7});
        log(logger, METHOD, new Object[] {});
        log(logger, METHOD, null);
        log4j.getLogger(logger, NOT_REUSABLE).trace(REQUEST, METHOD, new Object[] {8});
      }
      assertThat(calls)
          .containsExactly(
              new Object[] {Map.of("code", "LH"), 7}, new Object[] {}, null, new Object[] {8});
    }
  }

  @Test
  void ignoresAndPrintsEverythingElse() {
    final org.slf4j.Logger shared = LoggerFactory.getLogger(SHARED);
    try (EngineCallLogObserver observer = observe()) {
      log(SHARED, "engine_newPayloadV3", new Object[] {Map.of("code", "LH")});
      shared.error("failed to exec consensus method {}", METHOD, new Exception());
      shared.error("one {}", METHOD);
      shared.error("{} and {}", METHOD, "more");
      log4j.getLogger(SHARED).error((Message) new SimpleMessage("no parameters at all"));
      LoggerFactory.getLogger(OTHER).error(REQUEST, METHOD, new Object[] {});
    }

    assertThat(calls).isEmpty();
    assertThat(printed.lines()).hasSize(5);
  }

  @Test
  void formatsParametersOnlyIfTheyArePrinted() {
    final AtomicInteger formatted = new AtomicInteger();
    final Object param =
        new Object() {
          @Override
          public String toString() {
            return "formatted " + formatted.incrementAndGet();
          }
        };
    try (EngineCallLogObserver observer = observe()) {
      log(SHARED, "engine_newPayloadV3", new Object[] {param});
      log(SHARED, METHOD, new Object[] {param});
      assertThat(printed.lines()).isEmpty();
      assertThat(formatted).hasValue(0);

      changeLevels("SHARED=TRACE");
      log(SHARED, METHOD, new Object[] {param});
      assertThat(printed.lines()).singleElement().asString().contains("[formatted 1]");
    }
    assertThat(calls).hasSize(2);
  }

  @Test
  void retainsNothingOfACall() {
    try (EngineCallLogObserver observer = observe()) {
      final WeakReference<Object> block = logBlock();
      await("garbage collection")
          .until(
              () -> {
                System.gc();
                return block.refersTo(null);
              });
    }
  }

  @ParameterizedTest
  @FieldSource("CONFIGURATIONS")
  void keepsObservingAndChangesNothingOfWhatIsPrinted(final String configuration)
      throws IOException {
    for (final String changes : LEVEL_CHANGES) {
      configure(configuration);
      changeLevels(changes);
      final List<String> unobserved = printLines();

      configure(configuration);
      calls.clear();
      try (EngineCallLogObserver observer = observe()) {
        changeLevels(changes);
        assertThat(printLines()).as(changes).isEqualTo(unobserved);
        assertThat(calls).as(changes).hasSize(2);
      }
      assertThat(printLines()).as("closed after " + changes).isEqualTo(unobserved);
    }
  }

  @Test
  void isReinstalledInANewConfigurationUntilItIsClosed() throws IOException {
    try (EngineCallLogObserver observer = observe()) {
      for (final String configuration : CONFIGURATIONS) {
        configure(configuration);
        LOGGERS.forEach(logger -> log(logger, METHOD, new Object[] {}));
      }
    }
    configure("");
    log(SHARED, METHOD, new Object[] {});

    assertThat(calls).hasSize(2 * CONFIGURATIONS.size());
  }

  @Test
  void reportsAConfigurationItCannotBeInstalledIn() throws IOException {
    final IllegalStateException closed = new IllegalStateException("closed");
    final Configuration broken = spy(configuration("", ""));
    doThrow(closed).when(broken).removeLogger(SHARED);
    try (EngineCallLogObserver observer = observe()) {
      log4j.reconfigure(broken);
      assertThat(failures).isNotEmpty().containsOnly(closed);
      failures.clear();

      configure("");
      log(SHARED, METHOD, new Object[] {});
    }
    assertThat(calls).as("after the next configuration").hasSize(1);
  }

  @Test
  void closingRestoresBothLoggers() throws IOException {
    for (final String configured : LOGGERS) {
      configure(logger(configured, "warn", ""));
      final Map<String, LoggerConfig> before = loggers();

      try (EngineCallLogObserver observer = observe()) {
        assertThat(loggers()).containsKeys(SHARED, OWN).isNotEqualTo(before);
      }

      assertThat(loggers()).isEqualTo(before);
      LOGGERS.forEach(logger -> log(logger, METHOD, new Object[] {}));
      assertThat(calls).isEmpty();
    }
  }

  @Test
  void closingKeepsALevelThatWasSetMeanwhile() throws IOException {
    for (final String changed : List.of("SHARED", "OWN")) {
      configure("");
      try (EngineCallLogObserver observer = observe()) {
        changeLevels(changed + "=DEBUG");
      }
      assertThat(loggers()).containsOnlyKeys("", NAMES.get(changed));
      assertThat(loggers().get(NAMES.get(changed)).getLevel()).isEqualTo(Level.DEBUG);
    }
  }

  @Test
  void isReplacedByALaterObserverEvenOfAnotherClassLoader() throws Exception {
    final String type = EngineCallLogObserver.class.getName();
    for (final ClassLoader loader :
        List.of(getClass().getClassLoader(), FakeBesuClassLoader.hiding())) {
      configure(logger(SHARED, "off", ""));
      calls.clear();
      final List<Object[]> first = new ArrayList<>();
      try (EngineCallLogObserver earlier = observe(first);
          AutoCloseable later = observe(loader.loadClass(type))) {
        log(SHARED, METHOD, new Object[] {});
        configure(logger(SHARED, "off", ""));
        log(SHARED, METHOD, new Object[] {});
        earlier.close();
        LOGGERS.forEach(logger -> log(logger, METHOD, new Object[] {}));
      }

      assertThat(first).isEmpty();
      assertThat(calls).hasSize(4);
      assertThat(loggers()).containsOnlyKeys("", SHARED);
      assertThat(loggers().get(SHARED)).hasSameClassAs(new LoggerConfig());
    }
  }

  @Test
  void failsAndRestoresBothLoggersIfAFilterDropsTheEvent() throws IOException {
    for (final String configured : LOGGERS) {
      log4j.reconfigure(
          configuration("<ThresholdFilter level='info'/>", logger(configured, "warn", "")));
      final Map<String, LoggerConfig> before = loggers();

      assertThatThrownBy(this::observe)
          .isInstanceOf(IllegalStateException.class)
          .hasMessage("a filter in the log configuration drops TRACE events");
      assertThat(loggers()).isEqualTo(before);
    }
  }

  @Test
  void failsIfBesuDoesNotLogThroughLog4j() {
    try (MockedStatic<LoggerFactory> slf4j = mockStatic(LoggerFactory.class)) {
      slf4j.when(LoggerFactory::getILoggerFactory).thenReturn(new NOPLoggerFactory());
      assertThatThrownBy(this::observe)
          .isInstanceOf(IllegalStateException.class)
          .hasMessageEndingWith("NOPLoggerFactory, not through log4j-core");
    }
  }

  private EngineCallLogObserver observe() {
    return observe(calls);
  }

  private EngineCallLogObserver observe(final List<Object[]> target) {
    return new EngineCallLogObserver(
        getClass().getClassLoader(), METHOD, target::add, failures::add);
  }

  private AutoCloseable observe(final Class<?> observer) throws ReflectiveOperationException {
    final Consumer<Object[]> onCall = calls::add;
    final Consumer<Throwable> onFailure = failures::add;
    return (AutoCloseable)
        observer.getConstructors()[0].newInstance(
            getClass().getClassLoader(), METHOD, onCall, onFailure);
  }

  private Map<String, LoggerConfig> loggers() {
    return Map.copyOf(log4j.getConfiguration().getLoggers());
  }

  private static void log(final String logger, final String method, final Object[] params) {
    LoggerFactory.getLogger(logger).trace(REQUEST, method, params);
  }

  private static WeakReference<Object> logBlock() {
    final Object block = new Object();
    log(SHARED, "engine_newPayloadV3", new Object[] {block});
    return new WeakReference<>(block);
  }

  /** What a number of events print, on the observed loggers and on others. */
  private List<String> printLines() {
    printed.clear();
    for (final String logger : List.of(SHARED, OWN, OTHER, "org.hyperledger.besu.Besu")) {
      for (final String method : List.of(METHOD, "engine_newPayloadV3")) {
        log(logger, method, new Object[] {Map.of("code", "LH")});
        LoggerFactory.getLogger(logger).debug("failed to exec {}", method, new Exception());
        LoggerFactory.getLogger(logger).atError().log("Failed to get execution engine response");
      }
    }
    return printed.lines();
  }

  private void configure(final String loggers) throws IOException {
    log4j.reconfigure(configuration("", loggers));
  }

  private Configuration configuration(final String filter, final String loggers)
      throws IOException {
    final String xml =
        "<Configuration>%s<Loggers>%s<Root level='info'/></Loggers></Configuration>"
            .formatted(filter, loggers);
    final Configuration configuration =
        new XmlConfiguration(
            log4j, new ConfigurationSource(new ByteArrayInputStream(xml.getBytes(UTF_8))));
    configuration.initialize();
    configuration.addAppender(printed);
    configuration.getLoggers().values().stream()
        .filter(logger -> logger.getName().isEmpty() || !logger.isAdditive())
        .forEach(logger -> logger.addAppender(printed, null, null));
    return configuration;
  }

  private static String logger(final String name, final String level, final String content) {
    return "<Logger name='%s' level='%s'>%s</Logger>".formatted(name, level, content);
  }

  /** Does what Besu's {@code admin_changeLogLevel} does. */
  private void changeLevels(final String changes) {
    for (final String change : changes.isEmpty() ? new String[0] : changes.split(" ")) {
      final String filter = NAMES.get(change.replaceAll("=.*", ""));
      final Level level = Level.getLevel(change.replaceAll(".*=", ""));
      final Configuration configuration = log4j.getConfiguration();
      if (!configuration.getLoggerConfig(filter).getName().equals(filter)) {
        configuration.addLogger(filter, new LoggerConfig(filter, level, true));
      }
      configuration.getLoggers().values().stream()
          .filter(logger -> logger.getName().startsWith(filter))
          .filter(logger -> !logger.getLevel().equals(level))
          .forEach(logger -> logger.setLevel(level));
      log4j.updateLoggers();
    }
  }
}
