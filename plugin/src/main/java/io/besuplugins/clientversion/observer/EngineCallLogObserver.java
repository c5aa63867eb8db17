// SPDX-License-Identifier: Apache-2.0
package io.besuplugins.clientversion.observer;

import java.beans.PropertyChangeListener;
import java.util.List;
import java.util.function.Consumer;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.core.LoggerContext;
import org.apache.logging.log4j.core.config.Configuration;
import org.apache.logging.log4j.core.config.LoggerConfig;
import org.slf4j.LoggerFactory;

/**
 * Observes the calls of an engine method that Besu answers, in the event that Besu logs at TRACE
 * before an engine method executes. The event holds the method's name and the call's parameters and
 * exists only for calls that passed authentication.
 *
 * <p>Installs an {@link ObservingLoggerConfig} for each logger the event may come from. The
 * operator's log levels keep their meaning, and no other logger is affected.
 *
 * <p>Source: Besu 24.9.0 to 26.8.0, {@code ExecutionEngineJsonRpcMethod}. From 26.8.0 on, a method
 * may log to the logger of its own class instead; {@code EngineGetClientVersionV1} does not yet.
 */
public final class EngineCallLogObserver implements AutoCloseable {

  private static final String METHODS =
      "org.hyperledger.besu.ethereum.api.jsonrpc.internal.methods.";
  private static final List<String> LOGGERS =
      List.of(
          METHODS + "ExecutionEngineJsonRpcMethod", METHODS + "engine.EngineGetClientVersionV1");

  private final LoggerContext log4j;
  private final String method;
  private final Consumer<Object[]> onCall;
  private final Consumer<Throwable> onFailure;
  private final PropertyChangeListener onConfigurationChange = event -> reinstall();

  private EngineCallLogObserver(
      final LoggerContext log4j,
      final String method,
      final Consumer<Object[]> onCall,
      final Consumer<Throwable> onFailure) {
    this.log4j = log4j;
    this.method = method;
    this.onCall = onCall;
    this.onFailure = onFailure;
  }

  /**
   * Installs an observer, which survives changes of the log configuration until it is closed. It
   * replaces an observer that is installed already, even one of another class loader.
   *
   * @param besuClassLoader the class loader of Besu's classes
   * @param method the name of the method to observe
   * @param onCall receives the parameters of each call, or null if it has none; must not throw
   * @param onFailure called when the observer cannot be installed in a new log configuration; must
   *     not throw
   * @throws IllegalStateException if Besu does not log through log4j-core, or a filter in the log
   *     configuration drops the event
   */
  public static EngineCallLogObserver install(
      final ClassLoader besuClassLoader,
      final String method,
      final Consumer<Object[]> onCall,
      final Consumer<Throwable> onFailure) {
    final String backend = LoggerFactory.getILoggerFactory().getClass().getName();
    if (!backend.startsWith("org.apache.logging.slf4j.")
        || !(LogManager.getContext(besuClassLoader, false) instanceof LoggerContext log4j)) {
      throw new IllegalStateException("Besu logs through " + backend + ", not through log4j-core");
    }
    final EngineCallLogObserver observer =
        new EngineCallLogObserver(log4j, method, onCall, onFailure);
    observer.observeAll();
    log4j.addPropertyChangeListener(observer.onConfigurationChange);
    if (!LOGGERS.stream().allMatch(name -> log4j.getLogger(name).isTraceEnabled())) {
      observer.close();
      throw new IllegalStateException("a filter in the log configuration drops TRACE events");
    }
    return observer;
  }

  /** Restores the loggers' configurations. */
  @Override
  public void close() {
    log4j.removePropertyChangeListener(onConfigurationChange);
    LOGGERS.forEach(this::restore);
    log4j.updateLoggers();
  }

  private void observeAll() {
    LOGGERS.forEach(this::observe);
    log4j.updateLoggers();
  }

  private void observe(final String logger) {
    final Configuration configuration = log4j.getConfiguration();
    final LoggerConfig operatorConfig = operatorConfig(configuration.getLoggers().get(logger));
    configuration.removeLogger(logger);
    configuration.addLogger(logger, new ObservingLoggerConfig(this, logger, operatorConfig));
  }

  private void restore(final String logger) {
    final Configuration configuration = log4j.getConfiguration();
    final LoggerConfig installed = configuration.getLoggers().get(logger);
    if (isOwn(installed)) {
      configuration.removeLogger(logger);
      ((ObservingLoggerConfig) installed)
          .unobserved()
          .ifPresent(original -> configuration.addLogger(logger, original));
    }
  }

  /**
   * Called on every change of levels as well as for a new configuration, which has no observer. An
   * exception here would make the operator's change fail.
   */
  private void reinstall() {
    try {
      final LoggerConfig installed = log4j.getConfiguration().getLoggers().get(LOGGERS.get(0));
      if (!isObserver(installed)) {
        observeAll();
      } else if (!isOwn(installed)) {
        log4j.removePropertyChangeListener(onConfigurationChange);
      }
    } catch (final Throwable failure) {
      onFailure.accept(failure);
    }
  }

  /** Returns what the operator configured for exactly the logger of a configuration, or null. */
  private static LoggerConfig operatorConfig(final LoggerConfig installed) {
    if (!isObserver(installed)) {
      return installed;
    }
    final LoggerConfig parent = installed.getParent();
    return installed.getName().equals(parent.getName()) ? parent : null;
  }

  /** Compares names, because the plugin may have been loaded twice. */
  private static boolean isObserver(final LoggerConfig config) {
    return config != null
        && config.getClass().getName().equals(ObservingLoggerConfig.class.getName());
  }

  private boolean isOwn(final LoggerConfig config) {
    return config instanceof ObservingLoggerConfig observing && observing.isOwnedBy(this);
  }

  /** Called for each event of either logger, with the event's parameters, or null. */
  void onLogEvent(final Object[] parameters) {
    if (parameters != null
        && parameters.length == 2
        && method.equals(parameters[0])
        && (parameters[1] == null || parameters[1] instanceof Object[])) {
      onCall.accept((Object[]) parameters[1]);
    }
  }
}
