// SPDX-License-Identifier: Apache-2.0
package io.besuplugins.clientversion;

import com.google.auto.service.AutoService;
import io.besuplugins.clientversion.operator.OperatorLog;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.hyperledger.besu.plugin.BesuContext;
import org.hyperledger.besu.plugin.BesuPlugin;
import org.hyperledger.besu.plugin.RegistrationContext;
import org.hyperledger.besu.plugin.RunningContext;
import org.hyperledger.besu.plugin.ServiceManager;
import org.hyperledger.besu.plugin.StartContext;
import org.hyperledger.besu.plugin.services.PicoCLIOptions;
import org.slf4j.LoggerFactory;

/**
 * The plugin as Besu loads it with {@link java.util.ServiceLoader}. Operators name it in {@code
 * --plugins=ClientVersionPlugin}.
 *
 * <p>Operators upgrade Besu and leave the jar where it is, so this class has to load on releases
 * whose plugin API it does not know. It has one method for each way in which Besu calls, or has
 * announced to call, a plugin, and Besu's types appear in the signatures of these methods only. If
 * Besu calls a method that is not supported, or lacks something that the plugin needs, the plugin
 * does nothing but log one WARN. No method lets an exception escape.
 *
 * <p>{@code getName()} is not overridden, because its return type changed in Besu 26.1.0.
 */
@AutoService(BesuPlugin.class)
@SuppressWarnings("overloads") // Besu has one of the two types that a method takes.
public final class ClientVersionPlugin implements BesuPlugin {

  private static final String IMPLEMENTATION =
      "io.besuplugins.clientversion.ClientVersionLifecycle";

  private volatile PluginLifecycle lifecycle;
  private volatile boolean disabled;

  /** Announced in Besu's pull request 11282: called before the command line is parsed. */
  public void defineOptions(final PicoCLIOptions commandLine) {
    run(PluginLifecycle::defineOptions, commandLine);
  }

  /** Announced in Besu's issue 11013: the same type in another package. Not supported. */
  public void defineOptions(final org.hyperledger.besu.plugin.PicoCLIOptions commandLine) {
    disable("defineOptions(org.hyperledger.besu.plugin.PicoCLIOptions)");
  }

  /** Called by Besu 24.12.0 and newer. */
  @Override
  public void register(final ServiceManager context) {
    run(PluginLifecycle::registerWithServiceManager, context);
  }

  /** Called by Besu 24.4.0 to 24.10.0. */
  @SuppressWarnings("deprecation") // Besu deprecated the type in 24.12.0.
  public void register(final BesuContext context) {
    run(PluginLifecycle::registerWithBesuContext, context);
  }

  /** Announced in Besu's issue 11226. Not supported. */
  public void register(final RegistrationContext context) {
    disable("register(RegistrationContext)");
  }

  @Override
  public void beforeExternalServices() {
    run(PluginLifecycle::beforeExternalServices);
  }

  @Override
  public void start() {
    run(PluginLifecycle::start);
  }

  /** Announced in Besu's issue 11226. Not supported. */
  public void start(final StartContext context) {
    disable("start(StartContext)");
  }

  /** Announced in Besu's issue 11226. There is nothing to do. */
  public void afterMainLoop(final RunningContext context) {}

  @Override
  public void stop() {
    run(PluginLifecycle::stop);
  }

  static String version() {
    return Objects.requireNonNullElse(
        ClientVersionPlugin.class.getPackage().getImplementationVersion(), "unknown");
  }

  private void run(final BiConsumer<PluginLifecycle, Object> step, final Object argument) {
    run(implementation -> step.accept(implementation, argument));
  }

  private void run(final Consumer<PluginLifecycle> step) {
    if (disabled) {
      return;
    }
    try {
      if (lifecycle == null) {
        lifecycle =
            (PluginLifecycle)
                Class.forName(IMPLEMENTATION)
                    .getDeclaredConstructor(ClassLoader.class)
                    .newInstance(BesuPlugin.class.getClassLoader());
      }
      step.accept(lifecycle);
    } catch (final Throwable unknownApi) {
      disable(unknownApi.toString());
    }
  }

  private void disable(final String cause) {
    if (disabled) {
      return;
    }
    disabled = true;
    try {
      new OperatorLog(LoggerFactory.getLogger(ClientVersionPlugin.class))
          .unsupportedPluginApi(version(), cause);
    } catch (final Throwable loggingFailure) {
      // The node has to run even if the plugin cannot log.
    }
  }
}
