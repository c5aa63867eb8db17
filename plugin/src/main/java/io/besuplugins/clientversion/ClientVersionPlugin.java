// SPDX-License-Identifier: Apache-2.0
package io.besuplugins.clientversion;

import com.google.auto.service.AutoService;
import io.besuplugins.clientversion.besu.BesuServices;
import io.besuplugins.clientversion.besu.ModeReason;
import io.besuplugins.clientversion.monitoring.PluginLog;
import java.util.Objects;
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
 * whose plugin API it does not know. It has one method for each way in which Besu calls, or is
 * proposed to call, a plugin; neither its fields nor its constructor name a type of Besu, and no
 * method lets an exception escape. On a release that it does not support, it logs one WARN and does
 * nothing else.
 *
 * <p>Besu 26.1.0 and newer load the plugin again, in the same process, when an Ephemery node starts
 * anew, and then call old and new instances alike. The first instance stays active, because it has
 * the option, the RPC methods, the metrics and the observer; later ones do nothing.
 */
@AutoService(BesuPlugin.class)
@SuppressWarnings("overloads") // Each release calls one of the methods of a name.
public final class ClientVersionPlugin implements BesuPlugin {

  /** A system property, because each instance may have a class loader of its own. */
  static final String ACTIVE_INSTANCE = "io.besuplugins.clientversion.activeInstance";

  private final String instance = Long.toString(System.nanoTime());
  private final String name = chooseName();
  private PluginWiring wiring;
  private boolean isOff;

  /**
   * Returns a name that no other instance in this process has: Besu fails if two plugins have the
   * same one. Besu calls this method from 26.1.0 on.
   */
  @Override
  public String getName() {
    return name;
  }

  /** Proposed in Besu's pull request 11282: called before the command line is parsed. */
  public void defineOptions(final PicoCLIOptions commandLine) {
    run(PluginWiring::defineOptions, commandLine);
  }

  /** Called by Besu 24.12.0 and newer. */
  @Override
  public void register(final ServiceManager context) {
    run((active, services) -> active.register(BesuServices.in((ServiceManager) services)), context);
  }

  /** Called by Besu 24.4.0 to 24.10.0. */
  public void register(final BesuContext context) {
    run((active, services) -> active.register(BesuServices.in((BesuContext) services)), context);
  }

  /** Proposed in Besu's issue 11226. */
  public void register(final RegistrationContext context) {
    run(
        (active, services) -> active.register(BesuServices.in((RegistrationContext) services)),
        context);
  }

  @Override
  public void beforeExternalServices() {
    run((active, nothing) -> active.beforeExternalServices(), null);
  }

  @Override
  public void start() {
    run((active, nothing) -> active.start(), null);
  }

  /** Proposed in Besu's issue 11226. */
  public void start(final StartContext context) {
    run((active, services) -> active.start(BesuServices.in((StartContext) services)), context);
  }

  /** Proposed in Besu's issue 11226. */
  public void afterMainLoop(final RunningContext context) {
    // There is nothing to do.
  }

  @Override
  public void stop() {
    run((active, nothing) -> active.stop(), null);
  }

  private String chooseName() {
    final String className = ClientVersionPlugin.class.getName();
    return System.getProperty(ACTIVE_INSTANCE) == null ? className : className + "-" + instance;
  }

  /** Takes Besu's object as an {@code Object}, so that nothing outside the try names its type. */
  private synchronized void run(final LifecycleStep step, final Object argument) {
    try {
      if (isOff || !isActiveInstance()) {
        return;
      }
      if (wiring == null) {
        wiring = new PluginWiring(BesuPlugin.class.getClassLoader(), version());
      }
      step.runOn(wiring, argument);
    } catch (final Throwable e) {
      isOff = true;
      reportUnsupported(e);
    }
  }

  private boolean isActiveInstance() {
    final Object active = System.getProperties().putIfAbsent(ACTIVE_INSTANCE, instance);
    return active == null || active.equals(instance);
  }

  private void reportUnsupported(final Throwable cause) {
    try {
      if (wiring == null) {
        new PluginLog(LoggerFactory.getLogger(ClientVersionPlugin.class), version())
            .off(ModeReason.UNSUPPORTED_PLUGIN_API, cause);
      } else {
        wiring.stopUnsupported(cause);
      }
    } catch (final Throwable ignored) {
      // The node has to run even if the plugin cannot log.
    }
  }

  private static String version() {
    return Objects.requireNonNullElse(
        ClientVersionPlugin.class.getPackage().getImplementationVersion(), "unknown");
  }

  @FunctionalInterface
  private interface LifecycleStep {
    void runOn(PluginWiring wiring, Object argument);
  }
}
