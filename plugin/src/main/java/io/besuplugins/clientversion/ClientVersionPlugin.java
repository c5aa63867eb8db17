package io.besuplugins.clientversion;

import com.google.auto.service.AutoService;
import io.besuplugins.clientversion.consensus.ConsensusClients;
import io.besuplugins.clientversion.engine.CallerNotes;
import io.besuplugins.clientversion.engine.EngineLogObserver;
import io.besuplugins.clientversion.engine.GetClientVersion;
import io.besuplugins.clientversion.engine.NodeOptions;
import io.besuplugins.clientversion.engine.RunningBesu;
import io.besuplugins.clientversion.execution.BuildMetadata;
import io.besuplugins.clientversion.execution.ExecutionClient;
import io.besuplugins.clientversion.identification.ClientVersion;
import io.besuplugins.clientversion.operator.ConsensusClientMetrics;
import io.besuplugins.clientversion.operator.Mode;
import io.besuplugins.clientversion.operator.OperatorLog;
import io.besuplugins.clientversion.operator.OperatorRpc;
import io.besuplugins.clientversion.operator.PluginStatus;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Function;
import java.util.jar.Attributes;
import org.hyperledger.besu.plugin.BesuContext;
import org.hyperledger.besu.plugin.BesuPlugin;
import org.hyperledger.besu.plugin.ServiceManager;
import org.hyperledger.besu.plugin.services.BesuService;
import org.hyperledger.besu.plugin.services.MetricsSystem;
import org.hyperledger.besu.plugin.services.PicoCLIOptions;
import org.hyperledger.besu.plugin.services.RpcEndpointService;
import org.slf4j.LoggerFactory;

/**
 * The plugin as Besu loads it, by {@link java.util.ServiceLoader}. Operators name it in {@code
 * --plugins=ClientVersionPlugin}.
 *
 * <p>No step of its life lets anything out: Besu catches {@code Exception} at best, and from
 * 24.10.0 on stops when a plugin throws one. It leaves {@code getName()} to Besu, for the type that
 * it returns changed in 26.1.0.
 */
@AutoService(BesuPlugin.class)
public final class ClientVersionPlugin implements BesuPlugin {

  private final OperatorLog log =
      new OperatorLog(LoggerFactory.getLogger(ClientVersionPlugin.class));
  private final ConsensusClientMetrics metrics = new ConsensusClientMetrics();
  private final ConsensusClients clients =
      new ConsensusClients(InstantSource.system(), metrics, log);
  private final CallerNotes callers =
      new CallerNotes(clients, failure -> log.failed("note a caller", failure));
  private final OperatorRpc operatorRpc = new OperatorRpc(clients::latestFirst, this::status);
  private final NodeOptions options = new NodeOptions();
  private final ClassLoader besuClasses;

  /**
   * Finds a service by its type. Of the two context types a release has one or both, so neither may
   * be named outside the {@code register} that it belongs to.
   */
  private Function<Class<? extends BesuService>, Optional<? extends BesuService>> services;

  private volatile PluginStatus status =
      new PluginStatus(ExecutionClient.besu(new Attributes()), "unknown", Mode.OFF);
  private Runnable putLogBack = () -> {};

  /** What {@link java.util.ServiceLoader} calls. */
  public ClientVersionPlugin() {
    this(BesuPlugin.class.getClassLoader());
  }

  ClientVersionPlugin(final ClassLoader besuClasses) {
    this.besuClasses = besuClasses;
  }

  @Override
  public void register(final ServiceManager context) {
    services = type -> context.getService(type);
    attempt("offer its options and RPC methods", this::offer);
  }

  /** What releases up to 24.10.0 call in place of {@link #register(ServiceManager)}. */
  @SuppressWarnings("deprecation") // Besu's own type is, from 24.12.0 on.
  public void register(final BesuContext context) {
    services = type -> context.getService(type);
    attempt("offer its options and RPC methods", this::offer);
  }

  @Override
  public void beforeExternalServices() {
    attempt("meet the Engine API", this::meetEngineApi);
  }

  @Override
  public void start() {
    attempt("publish its metrics", this::publish);
  }

  @Override
  public void stop() {
    attempt("put the log back", putLogBack);
  }

  private PluginStatus status() {
    return status;
  }

  private void offer() {
    final Optional<PicoCLIOptions> cli = find(PicoCLIOptions.class);
    if (cli.isPresent()) {
      cli.get().addPicoCLIOptions(NodeOptions.NAMESPACE, options);
    } else {
      log.missingService("PicoCLIOptions", "the plugin's option is not known");
    }
    find(RpcEndpointService.class).ifPresent(operatorRpc::addTo);
  }

  private void meetEngineApi() {
    final ClientVersion besu = ExecutionClient.besu(BuildMetadata.of(BesuPlugin.class));
    final Object ownVersion =
        BuildMetadata.of(ClientVersionPlugin.class)
            .getOrDefault(Attributes.Name.IMPLEMENTATION_VERSION, "unknown");
    final Mode mode = besuAnswers() ? observe() : answer(besu);
    status = new PluginStatus(besu, ownVersion.toString(), mode);
    log.started(GetClientVersion.NAME, status);
  }

  private void publish() {
    final Optional<MetricsSystem> system = find(MetricsSystem.class);
    if (system.isPresent()) {
      metrics.publish(system.get());
    } else {
      log.missingService("MetricsSystem", "consensus clients are not in the metrics");
    }
  }

  /** In doubt it does: a plugin that keeps a node from starting is worse than a silent one. */
  private boolean besuAnswers() {
    try {
      return new RunningBesu(besuClasses, options).answersByItself();
    } catch (final Throwable doubt) {
      log.inDoubt(GetClientVersion.NAME, doubt);
      return true;
    }
  }

  private Mode answer(final ClientVersion besu) {
    final Optional<RpcEndpointService> rpc = find(RpcEndpointService.class);
    if (rpc.isEmpty()) {
      log.missingService("RpcEndpointService", GetClientVersion.NAME + " stays unanswered");
      return Mode.OFF;
    }
    rpc.get()
        .registerRPCEndpoint(
            GetClientVersion.NAMESPACE,
            GetClientVersion.FUNCTION,
            new GetClientVersion(besu, callers));
    attempt("see who may call without a JWT", this::warnWhereNoTokenIsNeeded);
    return Mode.ANSWER;
  }

  private void warnWhereNoTokenIsNeeded() {
    if (options.serveEngineWithoutToken()) {
      log.servedWithoutToken(GetClientVersion.NAME);
    }
  }

  private Mode observe() {
    if (!options.isObserverEnabled()) {
      return Mode.OFF;
    }
    try {
      putLogBack =
          EngineLogObserver.observe(
                  besuClasses,
                  callers::note,
                  failure -> log.failed("keep observing the Engine API", failure))
              ::close;
      return Mode.OBSERVE;
    } catch (final Throwable refusal) {
      log.cannotObserve(refusal);
      return Mode.OFF;
    }
  }

  private <T extends BesuService> Optional<T> find(final Class<T> type) {
    return services.apply(type).map(type::cast);
  }

  private void attempt(final String step, final Runnable action) {
    try {
      action.run();
    } catch (final Throwable failure) {
      log.failed(step, failure);
    }
  }
}
