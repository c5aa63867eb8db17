// SPDX-License-Identifier: Apache-2.0
package io.besuplugins.clientversion.observer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.spy;

import io.besuplugins.clientversion.LogCaptor;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.core.Filter;
import org.apache.logging.log4j.core.LoggerContext;
import org.apache.logging.log4j.core.config.Configuration;
import org.apache.logging.log4j.core.config.LoggerConfig;
import org.apache.logging.log4j.core.config.builder.api.ConfigurationBuilder;
import org.apache.logging.log4j.core.config.builder.api.ConfigurationBuilderFactory;
import org.apache.logging.log4j.core.config.builder.impl.BuiltConfiguration;
import org.apache.logging.log4j.message.Message;
import org.apache.logging.log4j.message.ParameterizedMessage;
import org.apache.logging.log4j.message.SimpleMessage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.slf4j.LoggerFactory;

class EngineCallLogObserverTest {

  private static final String METHODS =
      "org.hyperledger.besu.ethereum.api.jsonrpc.internal.methods";
  private static final String ENGINE = METHODS + ".ExecutionEngineJsonRpcMethod";
  private static final String OWN = METHODS + ".engine.EngineGetClientVersionV1";
  private static final List<String> LOGGERS = List.of(ENGINE, OWN);
  private static final String METHOD = "engine_getClientVersionV1";
  private static final String REQUEST = "execution engine JSON-RPC request {} {}";
  private static final String PATTERN = "%t %p %c %L %msg %throwable{short.message}";
  private static final ClassLoader BESU = EngineCallLogObserverTest.class.getClassLoader();

  private final LoggerContext log4j = LoggerContext.getContext(BESU, false, null);
  private final Configuration former = log4j.getConfiguration();
  private final List<Object[]> calls = Collections.synchronizedList(new ArrayList<>());
  private final List<Throwable> failures = new ArrayList<>();

  @BeforeEach
  void configure() {
    log4j.reconfigure(configuration(log -> {}));
  }

  @AfterEach
  void expectNoFailures() {
    assertThat(failures).isEmpty();
  }

  @AfterEach
  void restoreConfiguration() {
    log4j.reconfigure(former);
  }

  @Test
  void passesOnTheParametersOfACallOnceWhicheverLoggerItIsLoggedTo() {
    for (final String logger : LOGGERS) {
      calls.clear();
      try (EngineCallLogObserver observer = observe()) {
        serve(logger, METHOD, new Object[] {Map.of("code", "LH"), 7});
        serve(logger, METHOD, new Object[] {});
        serve(logger, METHOD, null);
      }
      assertThat(calls)
          .containsExactly(new Object[] {Map.of("code", "LH"), 7}, new Object[] {}, null);
    }
  }

  @Test
  void ignoresEverythingElse() {
    try (EngineCallLogObserver observer = observe()) {
      serve("engine_newPayloadV3", new Object[] {Map.of("code", "LH")});
      LoggerFactory.getLogger(ENGINE)
          .error("failed to exec consensus method {}", METHOD, new Exception());
      LoggerFactory.getLogger(ENGINE).error("one {}", METHOD);
      LoggerFactory.getLogger(ENGINE).error("{} and {}", METHOD, "more");
      LoggerFactory.getLogger(ENGINE).error("no parameters");
      LoggerFactory.getLogger(METHODS + ".Other").error(REQUEST, METHOD, new Object[] {});
    }

    assertThat(calls).isEmpty();
  }

  @Test
  void printsALineWithoutParameters() {
    try (EngineCallLogObserver observer = observe()) {
      log4j.getLogger(ENGINE).error((Message) new SimpleMessage("no parameters at all"));
    }

    final LogCaptor main = log4j.getConfiguration().getAppender("main");
    assertThat(main.lines()).singleElement().asString().contains("no parameters at all");
  }

  @Test
  void observesACallLoggedWithoutLocation() {
    final AtomicInteger formatted = new AtomicInteger();
    final LogCaptor main = log4j.getConfiguration().getAppender("main");
    try (EngineCallLogObserver observer = observe()) {
      final Object[] params = {countFormats(formatted)};
      serveWithoutLocation(params);
      assertThat(main.lines()).isEmpty();
      assertThat(formatted).hasValue(0);

      new Change(ENGINE, Level.TRACE).applyTo(log4j);
      serveWithoutLocation(params);
      assertThat(main.lines()).hasSize(1);
    }
    assertThat(calls).hasSize(2);
  }

  @Test
  void reportsAConfigurationItCannotBeInstalledIn() {
    final IllegalStateException closed = new IllegalStateException("closed");
    final Configuration broken = spy(configuration(log -> {}));
    doThrow(closed).when(broken).removeLogger(ENGINE);
    try (EngineCallLogObserver observer = observe()) {
      log4j.reconfigure(broken);
      assertThat(failures).isNotEmpty().containsOnly(closed);
      failures.clear();

      log4j.reconfigure(configuration(log -> {}));
      serve(METHOD, new Object[] {});
    }
    assertThat(calls).as("after the next configuration").hasSize(1);
  }

  @Test
  void doesNotFormatWhatTheOperatorDoesNotPrint() {
    final AtomicInteger formatted = new AtomicInteger();
    final Object wholeBlock = countFormats(formatted);
    try (EngineCallLogObserver observer = observe()) {
      serve("engine_newPayloadV3", new Object[] {wholeBlock});
      serve(METHOD, new Object[] {wholeBlock});
    }
    assertThat(calls).hasSize(1);
    assertThat(formatted).hasValue(0);
  }

  @Test
  void retainsNothingOfACall() {
    try (EngineCallLogObserver observer = observe()) {
      final WeakReference<Object> wholeBlock = serveWholeBlock();

      await("garbage collection").until(() -> collected(wholeBlock));
    }
  }

  private static WeakReference<Object> serveWholeBlock() {
    final Object wholeBlock = new Object();
    serve("engine_newPayloadV3", new Object[] {wholeBlock});
    return new WeakReference<>(wholeBlock);
  }

  private static boolean collected(final WeakReference<Object> reference) {
    System.gc();
    return reference.refersTo(null);
  }

  /** What operators do to levels, in the way Besu's admin_changeLogLevel does it. */
  enum Levels {
    LEFT_AS_THEY_ARE,
    ALL_TRACE(change("", Level.TRACE)),
    ALL_DEBUG(change("", Level.DEBUG)),
    ALL_OFF(change("", Level.OFF)),
    ALL_ALL(change("", Level.ALL)),
    ALL_INFO_AND_BACK_TO_TRACE(change("", Level.INFO), change("", Level.TRACE)),
    ALL_TRACE_AND_BACK_TO_INFO(change("", Level.TRACE), change("", Level.INFO)),
    PARENT_DEBUG(change("org.hyperledger.besu", Level.DEBUG)),
    PARENT_TRACE(change(METHODS, Level.TRACE)),
    PARENT_TRACE_THEN_ALL_WARN(change(METHODS, Level.TRACE), change("", Level.WARN)),
    THIS_ONE_TRACE(change(ENGINE, Level.TRACE)),
    OTHER_ONE_TRACE(change(OWN, Level.TRACE)),
    THIS_ONE_INFO_IN_A_TRACED_PACKAGE(change(METHODS, Level.TRACE), change(ENGINE, Level.INFO)),
    THIS_ONE_TRACE_THEN_ALL_INFO(change(ENGINE, Level.TRACE), change("", Level.INFO)),
    THIS_ONE_OFF_THEN_ITS_PARENT_TRACE(change(ENGINE, Level.OFF), change(METHODS, Level.TRACE)),
    ANOTHER_ONE_TRACE(change(METHODS + ".Other", Level.TRACE));

    private final Change[] changes;

    Levels(final Change... changes) {
      this.changes = changes;
    }

    void applyTo(final LoggerContext log4j) {
      for (final Change change : changes) {
        change.applyTo(log4j);
      }
    }

    private static Change change(final String filter, final Level level) {
      return new Change(filter, level);
    }
  }

  private record Change(String filter, Level level) {

    void applyTo(final LoggerContext log4j) {
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

  /** What may stand in an operator's log4j configuration. */
  enum Configured {
    ROOT_ONLY(log -> {}),
    PACKAGE_AT_DEBUG(log -> log.add(log.newLogger("org.hyperledger.besu.ethereum", Level.DEBUG))),
    BOTH_AT_TRACE(log -> LOGGERS.forEach(logger -> log.add(log.newLogger(logger, Level.TRACE)))),
    ONE_AT_OFF(log -> log.add(log.newLogger(ENGINE, Level.OFF))),
    OTHER_WITH_ITS_OWN_APPENDER(
        log -> log.add(log.newLogger(OWN, Level.TRACE).addAttribute("additivity", false))),
    ONE_FILTERED(
        log ->
            log.add(
                log.newLogger(ENGINE, Level.TRACE)
                    .add(
                        log.newFilter("RegexFilter", Filter.Result.DENY, Filter.Result.NEUTRAL)
                            .addAttribute("regex", ".*newPayload.*"))));

    private final Consumer<ConfigurationBuilder<BuiltConfiguration>> content;

    Configured(final Consumer<ConfigurationBuilder<BuiltConfiguration>> content) {
      this.content = content;
    }
  }

  @ParameterizedTest
  @EnumSource
  void doesNotChangeWhatIsPrinted(final Configured configured) {
    for (final Levels levels : Levels.values()) {
      log4j.reconfigure(configuration(configured.content));
      levels.applyTo(log4j);
      final List<String> without = printed();

      log4j.reconfigure(configuration(configured.content));
      try (EngineCallLogObserver observer = observe()) {
        levels.applyTo(log4j);
        assertThat(printed()).as(configured + " " + levels).isEqualTo(without);
      }
      assertThat(printed()).as("after " + configured + " " + levels).isEqualTo(without);
    }
  }

  @ParameterizedTest
  @EnumSource
  void keepsObservingWhateverTheLevels(final Levels levels) {
    for (final Configured configured : Configured.values()) {
      log4j.reconfigure(configuration(configured.content));
      calls.clear();
      try (EngineCallLogObserver observer = observe()) {
        levels.applyTo(log4j);
        LOGGERS.forEach(logger -> serve(logger, METHOD, new Object[] {}));
      }
      assertThat(calls).as(configured + " " + levels).hasSize(2);
    }
  }

  @Test
  void isReinstalledAfterAReconfiguration() {
    try (EngineCallLogObserver observer = observe()) {
      log4j.reconfigure(configuration(Configured.BOTH_AT_TRACE.content));
      serve(METHOD, new Object[] {});
      log4j.reconfigure(configuration(Configured.ROOT_ONLY.content));
      serve(METHOD, new Object[] {});
    }

    assertThat(calls).hasSize(2);
  }

  @Test
  void closingRestoresBothLoggers() {
    for (final String configured : LOGGERS) {
      log4j.reconfigure(configuration(log -> log.add(log.newLogger(configured, Level.WARN))));
      final Map<String, LoggerConfig> before = Map.copyOf(log4j.getConfiguration().getLoggers());

      try (EngineCallLogObserver observer = observe()) {
        assertThat(log4j.getConfiguration().getLoggers()).containsKeys(ENGINE, OWN);
      }

      assertThat(log4j.getConfiguration().getLoggers()).isEqualTo(before);
      LOGGERS.forEach(logger -> serve(logger, METHOD, new Object[] {}));
      assertThat(calls).isEmpty();
    }
  }

  @Test
  void closingKeepsALevelThatWasSetWhileItObserved() {
    for (final String changed : LOGGERS) {
      log4j.reconfigure(configuration(log -> {}));
      try (EngineCallLogObserver observer = observe()) {
        new Change(changed, Level.DEBUG).applyTo(log4j);
      }

      assertThat(log4j.getConfiguration().getLoggers())
          .containsOnlyKeys("", changed)
          .extractingByKey(changed)
          .returns(Level.DEBUG, LoggerConfig::getLevel);
    }
  }

  @Test
  void isNotReinstalledAfterItIsClosed() {
    observe().close();
    log4j.reconfigure(configuration(Configured.ROOT_ONLY.content));

    serve(METHOD, new Object[] {});
    assertThat(calls).isEmpty();
  }

  @Test
  void replacesAnEarlierObserver() {
    log4j.reconfigure(configuration(Configured.ONE_AT_OFF.content));
    final List<Object[]> first = new ArrayList<>();
    try (EngineCallLogObserver earlier =
            EngineCallLogObserver.install(BESU, METHOD, first::add, failures::add);
        EngineCallLogObserver later = observe()) {
      serve(METHOD, new Object[] {});
      log4j.reconfigure(configuration(Configured.ONE_AT_OFF.content));
      serve(METHOD, new Object[] {});
      earlier.close();
      serve(METHOD, new Object[] {});
    }

    assertThat(first).isEmpty();
    assertThat(calls).hasSize(3);
    assertThat(LOGGERS)
        .extracting(log4j.getConfiguration().getLoggers()::get)
        .allSatisfy(config -> assertThat(config).hasSameClassAs(new LoggerConfig()));
  }

  @Test
  void failsAndRestoresBothLoggersIfAFilterDropsTheEvent() {
    for (final String configured : LOGGERS) {
      log4j.reconfigure(
          configuration(
              log ->
                  log.add(log.newLogger(configured, Level.WARN))
                      .add(
                          log.newFilter(
                                  "ThresholdFilter", Filter.Result.NEUTRAL, Filter.Result.DENY)
                              .addAttribute("level", Level.INFO))));
      final Map<String, LoggerConfig> before = Map.copyOf(log4j.getConfiguration().getLoggers());

      assertThatThrownBy(this::observe)
          .isInstanceOf(IllegalStateException.class)
          .hasMessage("a filter in the log configuration drops TRACE events");
      assertThat(log4j.getConfiguration().getLoggers()).isEqualTo(before);
    }
  }

  private EngineCallLogObserver observe() {
    return EngineCallLogObserver.install(BESU, METHOD, calls::add, failures::add);
  }

  private static void serve(final String method, final Object[] params) {
    serve(ENGINE, method, params);
  }

  private static void serve(final String logger, final String method, final Object[] params) {
    LoggerFactory.getLogger(logger).trace(REQUEST, method, params);
  }

  /** What log4j's own callers do that hand over a message. */
  private void serveWithoutLocation(final Object[] params) {
    log4j
        .getLogger(ENGINE)
        .logMessage(
            getClass().getName(),
            Level.TRACE,
            null,
            new ParameterizedMessage(REQUEST, METHOD, params),
            null);
  }

  /** Log4j catches what a parameter throws when it is formatted. */
  private static Object countFormats(final AtomicInteger formatted) {
    return new Object() {
      @Override
      public String toString() {
        return "formatted " + formatted.incrementAndGet();
      }
    };
  }

  /** What the node prints of a number of lines, on the engine methods' logger and beside it. */
  private List<String> printed() {
    final LogCaptor main = log4j.getConfiguration().getAppender("main");
    final LogCaptor separate = log4j.getConfiguration().getAppender("separate");
    main.takeAll();
    separate.takeAll();
    for (final String logger :
        List.of(ENGINE, OWN, METHODS + ".Other", "org.hyperledger.besu.Besu")) {
      final org.slf4j.Logger log = LoggerFactory.getLogger(logger);
      for (final String method : List.of(METHOD, "engine_newPayloadV3")) {
        log.trace(REQUEST, method, new Object[] {Map.of("code", "LH")});
        log.debug("failed to exec consensus method {}", method, new Exception());
        log.error("Failed to get execution engine response");
      }
    }
    final List<String> all = new ArrayList<>(main.lines());
    separate.lines().forEach(line -> all.add("separate " + line));
    return all;
  }

  private static Configuration configuration(
      final Consumer<ConfigurationBuilder<BuiltConfiguration>> content) {
    final ConfigurationBuilder<BuiltConfiguration> log =
        ConfigurationBuilderFactory.newConfigurationBuilder();
    log.setPackages("");
    log.add(log.newRootLogger(Level.INFO));
    content.accept(log);
    final BuiltConfiguration configuration = log.build(false);
    configuration.initialize();
    final LogCaptor main = new LogCaptor("main", PATTERN);
    final LogCaptor separate = new LogCaptor("separate", PATTERN);
    configuration.addAppender(main);
    configuration.addAppender(separate);
    configuration.getRootLogger().addAppender(main, null, null);
    configuration.getLoggers().values().stream()
        .filter(logger -> !logger.isAdditive())
        .forEach(logger -> logger.addAppender(separate, null, null));
    return configuration;
  }
}
