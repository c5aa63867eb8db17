// SPDX-License-Identifier: Apache-2.0
package io.besuplugins.clientversion.observer;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mockStatic;
import static org.mockito.Mockito.spy;

import io.besuplugins.clientversion.LogCaptor;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.ref.WeakReference;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.core.Filter;
import org.apache.logging.log4j.core.Logger;
import org.apache.logging.log4j.core.LoggerContext;
import org.apache.logging.log4j.core.config.Configuration;
import org.apache.logging.log4j.core.config.ConfigurationSource;
import org.apache.logging.log4j.core.config.Configurator;
import org.apache.logging.log4j.core.config.LoggerConfig;
import org.apache.logging.log4j.core.config.xml.XmlConfiguration;
import org.apache.logging.log4j.message.ParameterizedMessageFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mockito.MockedStatic;
import org.slf4j.LoggerFactory;
import org.slf4j.helpers.NOPLoggerFactory;

class EngineCallObserverTest {

  private static final String METHODS =
      "org.hyperledger.besu.ethereum.api.jsonrpc.internal.methods.";
  private static final String SHARED = METHODS + "ExecutionEngineJsonRpcMethod";
  private static final String OWN = METHODS + "engine.EngineGetClientVersionV1";
  private static final String EXECUTOR =
      "org.hyperledger.besu.ethereum.api.jsonrpc.execution.JsonRpcExecutor";
  private static final String METHOD = "engine_getClientVersionV1";
  private static final String REQUEST = "execution engine JSON-RPC request {} {}";

  /** Filters of the operator: of the configuration, or of the root logger. */
  private static final String DENY_REQUESTS =
      "<RegexFilter regex='.*JSON-RPC request.*' onMatch='DENY' onMismatch='NEUTRAL'/>";

  private static final String ACCEPT_CLIENT_VERSION =
      "<RegexFilter regex='.*getClientVersion.*' onMatch='ACCEPT' onMismatch='NEUTRAL'/>";
  private static final String TWO_FILTERS =
      "<Filters>" + ACCEPT_CLIENT_VERSION + DENY_REQUESTS + "</Filters>";
  private static final String THRESHOLD = "<ThresholdFilter level='WARN'/>";

  private final LoggerContext log4j =
      LoggerContext.getContext(getClass().getClassLoader(), false, null);
  private final Configuration original = log4j.getConfiguration();
  private final LogCaptor printed = new LogCaptor("main", "%p %c %m %throwable{1}");
  private final ConcurrentLinkedQueue<List<?>> calls = new ConcurrentLinkedQueue<>();
  private final List<Throwable> failures = new ArrayList<>();
  private RuntimeException thrownByListener;

  @BeforeEach
  void configure() throws IOException {
    configure("", "");
  }

  @AfterEach
  void restoreConfiguration() {
    log4j.reconfigure(original);
  }

  @ParameterizedTest
  @ValueSource(strings = {"INFO", "ERROR", "OFF", "DEBUG", "TRACE"})
  void receivesEachCallOnceAtAnyLevel(final String level) {
    Configurator.setRootLevel(Level.valueOf(level));
    for (final String logger : List.of(SHARED, OWN)) {
      calls.clear();
      try (EngineCallObserver observer = observe()) {
        log(logger, METHOD, new Object[] {Map.of("code", "LH"), 7});
        log(logger, METHOD, new Object[] {});
        log(logger, METHOD, null);
        log4j
            .getLogger(logger, ParameterizedMessageFactory.INSTANCE)
            .trace(REQUEST, METHOD, new Object[] {8});
      }
      log(logger, METHOD, new Object[] {"after it is closed"});
      assertThat(calls)
          .containsExactly(
              List.of(Map.of("code", "LH"), 7), List.of(), List.of("null"), List.of(8));
    }
  }

  @Test
  void ignoresEverythingElse() {
    try (EngineCallObserver observer = observe()) {
      log(SHARED, "engine_newPayloadV3", new Object[] {METHOD});
      log(SHARED, METHOD, "neither null nor an array");
      log(EXECUTOR, METHOD, new Object[] {"not authenticated"});
      log(METHODS + "Other", METHOD, new Object[] {});
      LoggerFactory.getLogger(SHARED).error("{}", METHOD);
      LoggerFactory.getLogger(SHARED).error("{} {}", METHOD, new Exception());
    }
    assertThat(calls).isEmpty();
  }

  /** The filter is asked with every number of arguments and never allocates or decides. */
  @Test
  void isNeutralInEachMethodOfAFilter() throws ReflectiveOperationException {
    final EngineCallFilter filter = new EngineCallFilter(null);
    final Logger logger = log4j.getLogger(SHARED);
    final List<Method> methods =
        Stream.of(Filter.class.getMethods())
            .filter(method -> method.getName().equals("filter"))
            .toList();
    assertThat(methods).hasSize(15);
    for (final Method method : methods) {
      final Object[] arguments = new Object[method.getParameterCount()];
      arguments[0] = arguments.length == 1 ? null : logger;
      assertThat(method.invoke(filter, arguments)).isEqualTo(Filter.Result.NEUTRAL);
      assertThat(method.invoke(new NeutralFilter() {}, arguments)).isEqualTo(Filter.Result.NEUTRAL);
      assertThat(EngineCallFilter.class.getMethod("filter", method.getParameterTypes()))
          .as("no method is inherited from AbstractFilter, which would create an array")
          .extracting(Method::getDeclaringClass)
          .isIn(EngineCallFilter.class, NeutralFilter.class);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", DENY_REQUESTS, ACCEPT_CLIENT_VERSION, TWO_FILTERS, THRESHOLD})
  void changesNothingOfWhatIsLogged(final String filter) throws IOException {
    for (final boolean isOfConfiguration : new boolean[] {true, false}) {
      for (final Level level : List.of(Level.INFO, Level.DEBUG, Level.TRACE)) {
        configure(isOfConfiguration ? filter : "", isOfConfiguration ? "" : filter);
        Configurator.setLevel(SHARED, level);
        final List<String> unobserved = logEverything();
        final Filter operators = log4j.getConfiguration().getFilter();

        calls.clear();
        try (EngineCallObserver observer = observe()) {
          assertThat(logEverything()).as("%s %s", filter, level).isEqualTo(unobserved);
          assertThat(calls).hasSize(2);
        }
        assertThat(logEverything()).isEqualTo(unobserved);
        assertThat(calls).hasSize(2);
        assertThat(log4j.getConfiguration().hasFilter()).isEqualTo(operators != null);
      }
    }
  }

  @Test
  void touchesNoLoggerOfTheConfiguration() {
    final Map<String, LoggerConfig> before = Map.copyOf(log4j.getConfiguration().getLoggers());
    try (EngineCallObserver observer = observe()) {
      assertThat(log4j.getConfiguration().getLoggers()).isEqualTo(before);
      assertThat(LoggerFactory.getLogger(SHARED).isDebugEnabled()).isFalse();
      assertThat(log4j.getLogger(SHARED).getLevel()).isEqualTo(Level.INFO);
    }
  }

  @Test
  void keepsObservingWhenTheConfigurationOrALevelChanges() throws IOException {
    try (EngineCallObserver observer = observe()) {
      for (final String filter : List.of("", TWO_FILTERS, THRESHOLD)) {
        configure(filter, "");
        log(SHARED, METHOD, new Object[] {});
        Configurator.setLevel(SHARED, Level.TRACE);
        log(SHARED, METHOD, new Object[] {});
        Configurator.setLevel(SHARED, Level.INFO);
      }
      assertThat(calls).hasSize(6);
    }
    configure("", "");
    log(SHARED, METHOD, new Object[] {});
    assertThat(calls).hasSize(6);
    assertThat(log4j.getConfiguration().hasFilter()).isFalse();
    assertThat(failures).isEmpty();
  }

  @Test
  void reportsAConfigurationThatRejectsTheFilter() throws IOException {
    final IllegalStateException closed = new IllegalStateException("closed");
    final Configuration broken = spy(configuration("", ""));
    doThrow(closed).when(broken).addFilter(any());
    try (EngineCallObserver observer = observe()) {
      log4j.reconfigure(broken);
      assertThat(failures).isNotEmpty().containsOnly(closed);
    }
  }

  @Test
  void logCallOfBesuReturnsWhateverTheListenerThrows() {
    thrownByListener = new IllegalStateException();
    try (EngineCallObserver observer = observe()) {
      log(SHARED, METHOD, new Object[] {});
    }
    assertThat(calls).hasSize(1);
  }

  @Test
  void retainsNothingOfACall() {
    try (EngineCallObserver observer = observe()) {
      final WeakReference<Object> payload = logPayload();
      await("garbage collection")
          .until(
              () -> {
                System.gc();
                return payload.refersTo(null);
              });
    }
  }

  /** Besu 26.8.1 and newer execute engine methods in several threads at the same time. */
  @Test
  void receivesTheCallsOfManyThreadsWhileLevelsChange() throws Exception {
    final int threads = 8;
    final int callsOfEach = 5_000;
    final ExecutorService executor = Executors.newFixedThreadPool(threads);
    try (EngineCallObserver observer = observe()) {
      final List<Future<?>> callers = new ArrayList<>();
      for (int i = 0; i < threads; i++) {
        callers.add(
            executor.submit(
                () -> {
                  for (int call = 0; call < callsOfEach; call++) {
                    log(SHARED, METHOD, new Object[] {call});
                  }
                }));
      }
      while (!callers.stream().allMatch(Future::isDone)) {
        Configurator.setLevel(SHARED, Level.DEBUG);
        Configurator.setLevel(SHARED, Level.INFO);
      }
      for (final Future<?> caller : callers) {
        caller.get(1, TimeUnit.MINUTES);
      }
    } finally {
      executor.shutdownNow();
    }
    assertThat(calls).hasSize(threads * callsOfEach);
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

  private EngineCallObserver observe() {
    return new EngineCallObserver(
        getClass().getClassLoader(),
        new EngineCallListener() {
          @Override
          public void onCall(final Object[] params) {
            calls.add(params == null ? List.of("null") : Arrays.asList(params));
            if (thrownByListener != null) {
              throw thrownByListener;
            }
          }

          @Override
          public void onObservingFailed(final Throwable failure) {
            failures.add(failure);
          }
        });
  }

  private static void log(final String logger, final String method, final Object params) {
    LoggerFactory.getLogger(logger).trace(REQUEST, method, params);
  }

  private static WeakReference<Object> logPayload() {
    final Object payload = new Object();
    log(SHARED, "engine_newPayloadV3", new Object[] {payload});
    return new WeakReference<>(payload);
  }

  /** What Besu's engine methods log, served and failed, on the observed loggers and on others. */
  private List<String> logEverything() {
    printed.clear();
    for (final String logger : List.of(SHARED, OWN, EXECUTOR, "org.hyperledger.besu.Besu")) {
      final org.slf4j.Logger log = LoggerFactory.getLogger(logger);
      for (final String method : List.of(METHOD, "engine_newPayloadV3")) {
        log(logger, method, new Object[] {Map.of("code", "LH")});
        if (log.isDebugEnabled()) {
          log.atDebug().setMessage("failed {}").addArgument(method).setCause(new Error()).log();
        } else {
          log.atError().setMessage("failed {}").addArgument(method).log();
        }
        log.info("{} {} {}", method, 1, 2);
        log.warn("no arguments");
      }
    }
    return printed.lines();
  }

  private void configure(final String filter, final String rootFilter) throws IOException {
    log4j.reconfigure(configuration(filter, rootFilter));
  }

  private Configuration configuration(final String filter, final String rootFilter)
      throws IOException {
    final String xml =
        "<Configuration>%s<Loggers><Root level='info'>%s</Root></Loggers></Configuration>"
            .formatted(filter, rootFilter);
    final Configuration configuration =
        new XmlConfiguration(
            log4j, new ConfigurationSource(new ByteArrayInputStream(xml.getBytes(UTF_8))));
    configuration.initialize();
    configuration.addAppender(printed);
    configuration.getRootLogger().addAppender(printed, null, null);
    return configuration;
  }
}
