// SPDX-License-Identifier: Apache-2.0
package io.besuplugins.clientversion;

import io.besuplugins.clientversion.besu.BesuClientVersion;
import io.besuplugins.clientversion.besu.BuiltInMethodDetector;
import io.besuplugins.clientversion.besu.ClientVersionOptions;
import io.besuplugins.clientversion.besu.JarManifest;
import io.besuplugins.clientversion.consensus.CallStatistics;
import io.besuplugins.clientversion.consensus.ConsensusClientTracker;
import io.besuplugins.clientversion.engine.CallRecorder;
import io.besuplugins.clientversion.engine.EngineGetClientVersionV1;
import io.besuplugins.clientversion.identification.ClientVersion;
import io.besuplugins.clientversion.observer.EngineCallLogObserver;
import io.besuplugins.clientversion.operator.ClientVersionRpcMethods;
import io.besuplugins.clientversion.operator.ConsensusClientMetrics;
import io.besuplugins.clientversion.operator.OperatorLog;
import io.besuplugins.clientversion.operator.PluginStatus;
import io.besuplugins.clientversion.operator.PluginStatus.Mode;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Function;
import org.hyperledger.besu.plugin.BesuContext;
import org.hyperledger.besu.plugin.BesuPlugin;
import org.hyperledger.besu.plugin.ServiceManager;
import org.hyperledger.besu.plugin.services.BesuService;
import org.hyperledger.besu.plugin.services.MetricsSystem;
import org.hyperledger.besu.plugin.services.PicoCLIOptions;
import org.hyperledger.besu.plugin.services.RpcEndpointService;
import org.slf4j.LoggerFactory;

/**
 * Wires the plugin along Besu's lifecycle: today's releases call {@code register}, {@code
 * beforeExternalServices}, {@code start} and {@code stop}; with the announced {@code
 * defineOptions}, which comes first, {@code beforeExternalServices} is gone and {@code register}
 * takes its place.
 *
 * <p>A failed step is logged and costs a feature. A {@link LinkageError} during registration is
 * thrown, because it means that the plugin does not know this Besu's plugin API.
 */
final class ClientVersionLifecycle implements PluginLifecycle {

  private static final String METHOD = EngineGetClientVersionV1.NAME;

  private final ClassLoader besuClassLoader;
  private final OperatorLog log =
      new OperatorLog(LoggerFactory.getLogger(ClientVersionPlugin.class));
  private final CallStatistics statistics = new CallStatistics();
  private final ConsensusClientTracker tracker =
      new ConsensusClientTracker(InstantSource.system(), log, statistics);
  private final CallRecorder recorder =
      new CallRecorder(tracker, failure -> log.stepFailed("record a caller", failure));
  private final ClientVersionOptions options = new ClientVersionOptions();
  private final ClientVersion besu =
      BesuClientVersion.fromManifest(JarManifest.of(BesuPlugin.class));
  private final String pluginVersion = JarManifest.versionOf(ClientVersionPlugin.class);

  private boolean optionsDefined;

  /** Finds a service by its type; a release may lack either of the two context types. */
  private Function<Class<? extends BesuService>, Optional<? extends BesuService>> services;

  private volatile PluginStatus status = status(Mode.OFF, "not started");
  private Runnable uninstallObserver = () -> {};

  /** Called by name. */
  ClientVersionLifecycle() {
    this(BesuPlugin.class.getClassLoader());
  }

  ClientVersionLifecycle(final ClassLoader besuClassLoader) {
    this.besuClassLoader = besuClassLoader;
  }

  @Override
  public void defineOptions(final Object commandLine) {
    optionsDefined = true;
    registerSafely("define its option", () -> options.addTo((PicoCLIOptions) commandLine));
  }

  @Override
  @SuppressWarnings("deprecation") // Besu deprecated the type in 24.12.0.
  public void registerWithBesuContext(final Object context) {
    register(type -> ((BesuContext) context).getService(type));
  }

  @Override
  public void registerWithServiceManager(final Object context) {
    register(type -> ((ServiceManager) context).getService(type));
  }

  @Override
  public void beforeExternalServices() {
    if (!optionsDefined) {
      runSafely("configure the Engine API", this::configureEngineApi);
    }
  }

  @Override
  public void start() {
    runSafely("publish its metrics", this::publishMetrics);
  }

  @Override
  public void stop() {
    runSafely("restore the log configuration", uninstallObserver);
  }

  private void register(
      final Function<Class<? extends BesuService>, Optional<? extends BesuService>> lookup) {
    services = lookup;
    registerSafely("register its options and RPC methods", this::registerOptionsAndRpcMethods);
    if (optionsDefined) {
      runSafely("configure the Engine API", this::configureEngineApi);
    }
  }

  private void registerOptionsAndRpcMethods() {
    if (!optionsDefined) {
      find(PicoCLIOptions.class, "the plugin's option is not available").ifPresent(options::addTo);
    }
    find(RpcEndpointService.class)
        .ifPresent(new ClientVersionRpcMethods(tracker::mostRecentFirst, () -> status)::register);
  }

  private void configureEngineApi() {
    status = isBuiltIn() ? observe() : answer();
    log.started(METHOD, status);
    if (status.mode() == Mode.ANSWER && options.isEngineApiExposedWithoutJwt()) {
      log.exposedWithoutJwt(METHOD);
    }
  }

  /**
   * If in doubt it is, because a plugin that keeps a node from starting is worse than a silent one.
   */
  private boolean isBuiltIn() {
    try {
      return new BuiltInMethodDetector(besuClassLoader, options, METHOD).isBuiltIn(!optionsDefined);
    } catch (final Throwable doubt) {
      log.cannotDetermineOwner(METHOD, doubt);
      return true;
    }
  }

  private PluginStatus answer() {
    final Optional<RpcEndpointService> rpc =
        find(RpcEndpointService.class, METHOD + " is not answered");
    rpc.ifPresent(new EngineGetClientVersionV1(besu, recorder)::register);
    return rpc.isPresent()
        ? status(Mode.ANSWER, null)
        : status(Mode.OFF, "Besu offers no RpcEndpointService");
  }

  private PluginStatus observe() {
    if (!options.isObserverEnabled()) {
      return status(Mode.OFF, "disabled by " + ClientVersionOptions.OBSERVER_ENABLED);
    }
    try {
      uninstallObserver =
          EngineCallLogObserver.install(
                  besuClassLoader,
                  METHOD,
                  recorder::record,
                  failure -> log.stepFailed("keep observing the Engine API", failure))
              ::close;
      return status(Mode.OBSERVE, null);
    } catch (final Throwable failure) {
      log.cannotObserve(failure);
      return status(Mode.OFF, "cannot observe: " + failure.getMessage());
    }
  }

  private void publishMetrics() {
    find(MetricsSystem.class, "consensus clients have no metrics")
        .map(system -> new ConsensusClientMetrics(system, statistics, status))
        .ifPresent(
            metrics -> tracker.publishCounts(metrics::countCalls, metrics::countRejectedCalls));
  }

  private <T extends BesuService> Optional<T> find(final Class<T> type, final String consequence) {
    final Optional<T> service = find(type);
    if (service.isEmpty()) {
      log.missingService(type.getSimpleName(), consequence);
    }
    return service;
  }

  private <T extends BesuService> Optional<T> find(final Class<T> type) {
    return services.apply(type).map(type::cast);
  }

  private PluginStatus status(final Mode mode, final String reason) {
    return new PluginStatus(besu, pluginVersion, mode, reason);
  }

  private void registerSafely(final String step, final Runnable action) {
    try {
      action.run();
    } catch (final LinkageError unknownApi) {
      throw unknownApi;
    } catch (final Throwable failure) {
      log.stepFailed(step, failure);
    }
  }

  private void runSafely(final String step, final Runnable action) {
    try {
      action.run();
    } catch (final Throwable failure) {
      log.stepFailed(step, failure);
    }
  }
}
