package io.besuplugins.clientversion;

import com.google.auto.service.AutoService;
import io.besuplugins.clientversion.consensus.ConsensusClients;
import io.besuplugins.clientversion.engine.CallerNotes;
import io.besuplugins.clientversion.engine.GetClientVersion;
import io.besuplugins.clientversion.engine.RunningBesu;
import io.besuplugins.clientversion.execution.BuildMetadata;
import io.besuplugins.clientversion.execution.ExecutionClient;
import io.besuplugins.clientversion.identification.ClientVersion;
import io.besuplugins.clientversion.operator.OperatorLog;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Function;
import org.hyperledger.besu.plugin.BesuContext;
import org.hyperledger.besu.plugin.BesuPlugin;
import org.hyperledger.besu.plugin.ServiceManager;
import org.hyperledger.besu.plugin.services.BesuService;
import org.hyperledger.besu.plugin.services.RpcEndpointService;
import org.slf4j.LoggerFactory;

/**
 * The plugin as Besu loads it, by {@link java.util.ServiceLoader}. Operators name it in {@code
 * --plugins=ClientVersionPlugin}.
 *
 * <p>No step of its life lets anything out: Besu catches {@code Exception} at best, and from
 * 24.10.0 on stops when a plugin throws one.
 */
@AutoService(BesuPlugin.class)
public final class ClientVersionPlugin implements BesuPlugin {

  private final OperatorLog log =
      new OperatorLog(LoggerFactory.getLogger(ClientVersionPlugin.class));

  private final RunningBesu node;

  /**
   * Finds a service by its type. Of the two context types a release has one or both, so neither may
   * be named outside the {@code register} that it belongs to.
   */
  private Function<Class<? extends BesuService>, Optional<? extends BesuService>> services;

  /** What {@link java.util.ServiceLoader} calls. */
  public ClientVersionPlugin() {
    this(new RunningBesu(BesuPlugin.class.getClassLoader()));
  }

  ClientVersionPlugin(final RunningBesu node) {
    this.node = node;
  }

  @Override
  public void register(final ServiceManager context) {
    services = type -> context.getService(type);
  }

  /** What releases up to 24.10.0 call in place of {@link #register(ServiceManager)}. */
  public void register(final BesuContext context) {
    services = type -> context.getService(type);
  }

  @Override
  public void beforeExternalServices() {
    attempt("meet the Engine API", this::meetEngineApi);
  }

  @Override
  public void start() {}

  @Override
  public void stop() {}

  private void meetEngineApi() throws ReflectiveOperationException {
    final ClientVersion besu = ExecutionClient.besu(BuildMetadata.of(BesuPlugin.class));
    final String ownVersion =
        BuildMetadata.of(ClientVersionPlugin.class).version().orElse("unknown");
    if (node.hasOwnMethod()) {
      log.leavesAnswerToBesu(GetClientVersion.NAME, besu, ownVersion);
      return;
    }
    final Optional<RpcEndpointService> rpc = find(RpcEndpointService.class);
    if (rpc.isEmpty()) {
      log.missingService("RpcEndpointService", GetClientVersion.NAME + " stays unanswered");
      return;
    }
    final ConsensusClients clients = new ConsensusClients(InstantSource.system(), log);
    rpc.get()
        .registerRPCEndpoint(
            GetClientVersion.NAMESPACE,
            GetClientVersion.FUNCTION,
            new GetClientVersion(besu, new CallerNotes(clients), log::callFailed));
    log.answers(GetClientVersion.NAME, besu, ownVersion);
  }

  private <T extends BesuService> Optional<T> find(final Class<T> type) {
    return services.apply(type).map(type::cast);
  }

  private void attempt(final String step, final Step action) {
    try {
      action.run();
    } catch (final Throwable failure) {
      tell(step, failure);
    }
  }

  /** The node goes on even where its log does not. */
  private void tell(final String step, final Throwable failure) {
    try {
      log.failed(step, failure);
    } catch (final Throwable untellable) {
      failure.addSuppressed(untellable);
    }
  }

  private interface Step {
    void run() throws Exception;
  }
}
