package io.besuplugins.clientversion.engine;

import java.beans.PropertyChangeListener;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Marker;
import org.apache.logging.log4j.core.LogEvent;
import org.apache.logging.log4j.core.LoggerContext;
import org.apache.logging.log4j.core.config.Configuration;
import org.apache.logging.log4j.core.config.LoggerConfig;
import org.apache.logging.log4j.message.Message;
import org.apache.logging.log4j.message.ReusableMessage;
import org.slf4j.LoggerFactory;

/**
 * Sees the callers of {@code engine_getClientVersionV1} where Besu answers by itself, in the event
 * that Besu logs at TRACE before an engine method answers: only for calls that are served, with the
 * method's name and the raw params.
 *
 * <p>It puts a logger configuration of its own under the name of that logger, which lets every
 * event come and prints what the operator's levels print, no more and no less. No other logger is
 * touched.
 *
 * <p>Source: Besu 24.9.0 to 26.8.0, {@code ExecutionEngineJsonRpcMethod}.
 */
public final class EngineLogObserver implements AutoCloseable {

  private static final String ENGINE_LOGGER =
      "org.hyperledger.besu.ethereum.api.jsonrpc.internal.methods.ExecutionEngineJsonRpcMethod";

  /**
   * Lets every event come, and is none of the levels that an operator can set: Besu's {@code
   * admin_changeLogLevel} passes over a logger that seems to have the wanted level already.
   */
  private static final Level EVERYTHING = Level.forName("ENGINE_CALLS", Level.ALL.intLevel());

  private final LoggerContext log4j;
  private final Consumer<Object[]> callers;
  private final Consumer<Throwable> failures;
  private final PropertyChangeListener whenConfigured = event -> keepInPlace();

  private EngineLogObserver(
      final LoggerContext log4j,
      final Consumer<Object[]> callers,
      final Consumer<Throwable> failures) {
    this.log4j = log4j;
    this.callers = callers;
    this.failures = failures;
  }

  /**
   * Observes until it is closed, through every change of the log's configuration. Where another
   * observer is there already, of this or another class loader, it takes its place.
   *
   * @param besu has the classes whose log is observed
   * @param callers hears the params of each call, null where it came without; throws nothing
   * @param failures told when the observer could not be put into a new configuration; throws
   *     nothing
   * @throws IllegalStateException when Besu does not log through log4j-core, or its configuration
   *     keeps the event from everyone
   */
  public static EngineLogObserver observe(
      final ClassLoader besu,
      final Consumer<Object[]> callers,
      final Consumer<Throwable> failures) {
    final String backend = LoggerFactory.getILoggerFactory().getClass().getName();
    if (!backend.startsWith("org.apache.logging.slf4j.")
        || !(LogManager.getContext(besu, false) instanceof LoggerContext log4j)) {
      throw new IllegalStateException("Besu's log goes to " + backend + ", not to log4j-core");
    }
    final EngineLogObserver observer = new EngineLogObserver(log4j, callers, failures);
    observer.attach();
    log4j.addPropertyChangeListener(observer.whenConfigured);
    if (!log4j.getLogger(ENGINE_LOGGER).isTraceEnabled()) {
      observer.close();
      throw new IllegalStateException("a filter of the log's configuration keeps TRACE events out");
    }
    return observer;
  }

  /** Puts back what was there. */
  @Override
  public void close() {
    log4j.removePropertyChangeListener(whenConfigured);
    final Configuration configuration = log4j.getConfiguration();
    final LoggerConfig there = configuration.getLoggers().get(ENGINE_LOGGER);
    if (isMine(there)) {
      configuration.removeLogger(ENGINE_LOGGER);
      ((Observed) there)
          .withoutObserver()
          .ifPresent(former -> configuration.addLogger(ENGINE_LOGGER, former));
      log4j.updateLoggers();
    }
  }

  private void attach() {
    final Configuration configuration = log4j.getConfiguration();
    final LoggerConfig there = configuration.getLoggers().get(ENGINE_LOGGER);
    configuration.removeLogger(ENGINE_LOGGER);
    configuration.addLogger(ENGINE_LOGGER, new Observed(operatorsOwn(there)));
    log4j.updateLoggers();
  }

  /**
   * Called at each change of levels too; a new configuration knows no observer. What went wrong
   * here would fail the operator's change.
   */
  private void keepInPlace() {
    try {
      final LoggerConfig there = log4j.getConfiguration().getLoggers().get(ENGINE_LOGGER);
      if (!isObserver(there)) {
        attach();
      } else if (!isMine(there)) {
        log4j.removePropertyChangeListener(whenConfigured);
      }
    } catch (final Throwable failure) {
      failures.accept(failure);
    }
  }

  /**
   * What the operator configured for that very name, if anything, from under an observer or not.
   */
  private static LoggerConfig operatorsOwn(final LoggerConfig there) {
    if (!isObserver(there)) {
      return there;
    }
    return ENGINE_LOGGER.equals(there.getParent().getName()) ? there.getParent() : null;
  }

  /** By name, for the plugin may have been loaded twice. */
  private static boolean isObserver(final LoggerConfig there) {
    return there != null && there.getClass().getName().equals(Observed.class.getName());
  }

  private boolean isMine(final LoggerConfig there) {
    return there instanceof Observed observed && observed.observer() == this;
  }

  /** Takes the event of a call of the method for what it is, and no other line of that logger. */
  private void hear(final Object[] parameters) {
    if (parameters != null
        && parameters.length == 2
        && GetClientVersion.NAME.equals(parameters[0])
        && (parameters[1] == null || parameters[1] instanceof Object[])) {
      callers.accept((Object[]) parameters[1]);
    }
  }

  /** The thread that called keeps a reusable message, and would keep a whole block with it. */
  private static Object[] takenFrom(final Message data) {
    return data instanceof ReusableMessage reusable
        ? reusable.swapParameters(new Object[reusable.getParameterCount()])
        : data.getParameters();
  }

  /** Stands before what the operator configured, which stays as its parent. */
  private final class Observed extends LoggerConfig {

    private final LoggerConfig operators;

    /** What the operator set for this name since, where there was nothing under it. */
    private volatile Level level;

    Observed(final LoggerConfig operators) {
      super(ENGINE_LOGGER, Level.ALL, true);
      this.operators = operators;
    }

    EngineLogObserver observer() {
      return EngineLogObserver.this;
    }

    /** What would be there now if this had never been. */
    Optional<LoggerConfig> withoutObserver() {
      return Optional.ofNullable(operators)
          .or(() -> Optional.ofNullable(level).map(set -> new LoggerConfig(getName(), set, true)));
    }

    @Override
    public Level getLevel() {
      return EVERYTHING;
    }

    @Override
    public void setLevel(final Level level) {
      if (operators == null) {
        this.level = level;
      } else {
        operators.setLevel(level);
      }
    }

    @Override
    public void setParent(final LoggerConfig parent) {
      if (operators == null) {
        super.setParent(parent);
      } else {
        operators.setParent(parent);
        super.setParent(operators);
      }
    }

    /** Every event passes here on its way to the appenders, whichever logger made it. */
    @Override
    public boolean isFiltered(final LogEvent event) {
      hear(event.getMessage().getParameters());
      return !prints(event.getLevel());
    }

    /** Makes no event of what is not printed, for that would format the params: whole blocks. */
    @Override
    public void log(
        final String loggerName,
        final String fqcn,
        final Marker marker,
        final Level level,
        final Message data,
        final Throwable t) {
      if (prints(level)) {
        super.log(loggerName, fqcn, marker, level, data, t);
      } else {
        hear(takenFrom(data));
      }
    }

    /** The same for a logger that knows where it was called. */
    @Override
    public void log(
        final String loggerName,
        final String fqcn,
        final StackTraceElement location,
        final Marker marker,
        final Level level,
        final Message data,
        final Throwable t) {
      if (prints(level)) {
        super.log(loggerName, fqcn, location, marker, level, data, t);
      } else {
        hear(takenFrom(data));
      }
    }

    private boolean prints(final Level level) {
      return operatorsLevel().intLevel() >= level.intLevel();
    }

    private Level operatorsLevel() {
      if (operators != null) {
        return operators.getLevel();
      }
      final Level inherited = getParent() == null ? Level.ERROR : getParent().getLevel();
      if (inherited.equals(level)) {
        level = null;
      }
      return level == null ? inherited : level;
    }
  }
}
