// SPDX-License-Identifier: Apache-2.0
package io.besuplugins.clientversion.observer;

import java.beans.PropertyChangeListener;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.core.Filter;
import org.apache.logging.log4j.core.LoggerContext;
import org.apache.logging.log4j.core.config.Configuration;
import org.slf4j.LoggerFactory;

/**
 * Keeps an {@link EngineCallFilter} in front of log4j's level check, also when the operator changes
 * the log configuration. Nothing else of the configuration is touched.
 */
public final class EngineCallObserver implements AutoCloseable {

  private final LoggerContext log4j;
  private final EngineCallListener listener;
  private final PropertyChangeListener onConfigurationChange = event -> observeAgain();

  /** Both guarded by this object's lock; null when nothing is observed. */
  private Configuration observed;

  private Filter filter;

  /**
   * Starts observing.
   *
   * @param besuClassLoader the class loader of Besu's classes, which selects log4j's context
   * @param listener what it throws is ignored
   * @throws IllegalStateException if Besu does not log through log4j-core
   */
  public EngineCallObserver(final ClassLoader besuClassLoader, final EngineCallListener listener) {
    final String backend = LoggerFactory.getILoggerFactory().getClass().getName();
    if (!backend.startsWith("org.apache.logging.slf4j.")
        || !(LogManager.getContext(besuClassLoader, false) instanceof LoggerContext context)) {
      throw new IllegalStateException("Besu logs through " + backend + ", not through log4j-core");
    }
    this.log4j = context;
    this.listener = listener;
    observe();
    log4j.addPropertyChangeListener(onConfigurationChange);
  }

  /** Stops observing. */
  @Override
  public synchronized void close() {
    log4j.removePropertyChangeListener(onConfigurationChange);
    removeFilter();
  }

  /** Called on each change of a level, too. An exception here would make the change fail. */
  private void observeAgain() {
    try {
      observe();
    } catch (final Throwable failure) {
      listener.onObservingFailed(failure);
    }
  }

  private synchronized void observe() {
    final Configuration configuration = log4j.getConfiguration();
    if (configuration != observed) {
      removeFilter();
      filter = new EngineCallFilter(listener);
      addFirst(configuration, filter);
      observed = configuration;
    }
  }

  private synchronized void removeFilter() {
    if (observed != null) {
      observed.removeFilter(filter);
      observed = null;
    }
  }

  /** The operator's own filter stays in effect at every moment, and is asked second. */
  private static void addFirst(final Configuration configuration, final Filter filter) {
    final Filter existing = configuration.getFilter();
    configuration.addFilter(filter);
    if (existing != null) {
      configuration.addFilter(existing);
      // Removes the first occurrence.
      configuration.removeFilter(existing);
    }
  }
}
