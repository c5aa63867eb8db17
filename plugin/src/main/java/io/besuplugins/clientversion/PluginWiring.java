// SPDX-License-Identifier: Apache-2.0
package io.besuplugins.clientversion;

import io.besuplugins.clientversion.besu.BesuClientVersion;
import io.besuplugins.clientversion.besu.BesuServices;
import io.besuplugins.clientversion.besu.CommandLineOptions;
import io.besuplugins.clientversion.besu.Mode;
import io.besuplugins.clientversion.besu.ModeDecision;
import io.besuplugins.clientversion.besu.ModeReason;
import io.besuplugins.clientversion.client.ClientVersion;
import io.besuplugins.clientversion.client.ClientVersionParser;
import io.besuplugins.clientversion.client.ConsensusClientTracker;
import io.besuplugins.clientversion.client.InvalidClientVersionException;
import io.besuplugins.clientversion.monitoring.ConsensusClientLog;
import io.besuplugins.clientversion.monitoring.ConsensusClientMetrics;
import io.besuplugins.clientversion.monitoring.PluginLog;
import io.besuplugins.clientversion.observer.EngineCallListener;
import io.besuplugins.clientversion.observer.EngineCallObserver;
import io.besuplugins.clientversion.rpc.ClientVersionRpcMethods;
import io.besuplugins.clientversion.rpc.EngineGetClientVersionV1;
import io.besuplugins.clientversion.rpc.PluginStatus;
import java.time.InstantSource;
import java.util.function.Supplier;
import org.hyperledger.besu.plugin.BesuPlugin;
import org.hyperledger.besu.plugin.services.PicoCLIOptions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Creates the parts of the plugin and connects them to Besu along its lifecycle. With {@code
 * defineOptions}, which is proposed, Besu parses its command line before {@code register()}, which
 * then takes the place of {@code beforeExternalServices()}.
 *
 * <p>Each step may be repeated: Besu calls {@code beforeExternalServices()} and {@code start()}
 * again when an Ephemery node starts anew, and is proposed to call {@code register()} again, too. A
 * step that fails is logged and the others still run, except that a {@link LinkageError} during
 * registration is thrown: it means that the plugin does not know the plugin API of this release.
 */
final class PluginWiring implements EngineCallListener {

  private final ClassLoader besuClassLoader;
  private final String pluginVersion;
  private final CommandLineOptions options = new CommandLineOptions();
  private final ClientVersion besu = BesuClientVersion.of(BesuPlugin.class);
  private final PluginLog log;
  private final ConsensusClientMetrics metrics;
  private final ConsensusClientTracker tracker;

  private BesuServices services;
  private boolean optionsAreDefinedFirst;
  private boolean optionsAreAdded;
  private EngineCallObserver observer;
  private volatile PluginStatus status;

  /**
   * @param besuClassLoader the class loader of Besu's classes
   * @param pluginVersion the version of the plugin
   */
  PluginWiring(final ClassLoader besuClassLoader, final String pluginVersion) {
    this.besuClassLoader = besuClassLoader;
    this.pluginVersion = pluginVersion;
    final Logger logger = LoggerFactory.getLogger(ClientVersionPlugin.class);
    log = new PluginLog(logger, pluginVersion);
    metrics = new ConsensusClientMetrics(pluginVersion, ModeReason.NOT_STARTED);
    tracker =
        new ConsensusClientTracker(
            InstantSource.system(), metrics, new ConsensusClientLog(logger, System::nanoTime));
    status = describe(ModeReason.NOT_STARTED, null);
  }

  /** Takes a {@code PicoCLIOptions}. */
  void defineOptions(final Object commandLine) {
    optionsAreDefinedFirst = true;
    addOptions(() -> (PicoCLIOptions) commandLine);
  }

  void register(final BesuServices besuServices) {
    services = besuServices;
    try {
      new ClientVersionRpcMethods(tracker, () -> status).register(services.rpcEndpoints());
    } catch (final Exception e) {
      log.rpcMethodsNotAvailable(e);
    }
    if (optionsAreDefinedFirst) {
      chooseMode();
    } else {
      addOptions(services::commandLine);
    }
  }

  /** The command line has been parsed; RPC methods may still be registered. */
  void beforeExternalServices() {
    if (!optionsAreDefinedFirst) {
      chooseMode();
    }
  }

  /** The RPC servers are running. */
  void start() {
    start(services);
  }

  void start(final BesuServices besuServices) {
    try {
      metrics.bindTo(besuServices.metricsSystem());
    } catch (final Throwable e) {
      log.metricsNotAvailable(e);
    }
  }

  synchronized void stop() {
    if (observer != null) {
      observer.close();
      observer = null;
    }
  }

  /** Stops, because the plugin does not know the plugin API of this release. */
  void stopUnsupported(final Throwable cause) {
    stop();
    turnOff(ModeReason.UNSUPPORTED_PLUGIN_API, cause);
  }

  private void addOptions(final Supplier<PicoCLIOptions> commandLine) {
    if (optionsAreAdded) {
      return;
    }
    try {
      options.addTo(commandLine.get());
      optionsAreAdded = true;
    } catch (final Exception e) {
      log.optionNotAvailable(e);
    }
  }

  private void chooseMode() {
    final ModeReason reason = decideMode();
    if (reason.mode() == Mode.ANSWER) {
      answer(reason);
    } else if (options.isObserverEnabled()) {
      observe(reason);
    } else {
      setStatus(ModeReason.DISABLED_BY_OPERATOR, null);
      log.disabled();
    }
    if (status.mode() != Mode.OFF) {
      options.callableWithoutJwtBecause(status.mode()).ifPresent(log::callableWithoutJwt);
    }
  }

  private ModeReason decideMode() {
    try {
      return new ModeDecision(besuClassLoader, options).decide();
    } catch (final Throwable e) {
      log.undetermined(e);
      return ModeReason.UNDETERMINED;
    }
  }

  private void answer(final ModeReason reason) {
    try {
      new EngineGetClientVersionV1(besu, tracker).register(services.rpcEndpoints());
      setStatus(reason, null);
      log.serving(besu);
    } catch (final Throwable e) {
      turnOff(ModeReason.CANNOT_SERVE, e);
    }
  }

  private synchronized void observe(final ModeReason reason) {
    try {
      if (observer == null) {
        observer = new EngineCallObserver(besuClassLoader, this);
      }
      setStatus(reason, null);
      log.observing(besu);
    } catch (final Throwable e) {
      turnOff(ModeReason.CANNOT_OBSERVE, e);
    }
  }

  @Override
  public void onCall(final Object[] params) {
    try {
      ClientVersionParser.parse(params)
          .ifPresentOrElse(
              tracker::recordCall, () -> tracker.recordUnidentifiedCall("no ClientVersionV1"));
    } catch (final InvalidClientVersionException e) {
      tracker.recordUnidentifiedCall(e.getMessage());
    } catch (final Throwable e) {
      tracker.recordFailure(e);
    }
  }

  @Override
  public void onObservingFailed(final Throwable failure) {
    stop();
    turnOff(ModeReason.CANNOT_OBSERVE, failure);
  }

  private void turnOff(final ModeReason reason, final Throwable cause) {
    setStatus(reason, cause);
    log.off(reason, cause);
  }

  private void setStatus(final ModeReason reason, final Throwable cause) {
    status = describe(reason, cause);
    try {
      metrics.setReason(reason);
    } catch (final Throwable e) {
      log.metricsNotAvailable(e);
    }
  }

  private PluginStatus describe(final ModeReason reason, final Throwable cause) {
    final String sentence =
        cause == null ? reason.sentence() : reason.sentence() + " (" + cause + ")";
    return new PluginStatus(besu, pluginVersion, reason.mode(), sentence);
  }
}
