package io.besuplugins.clientversion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.ArgumentMatchers.isA;
import static org.mockito.Mockito.RETURNS_MOCKS;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.spy;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.verifyNoMoreInteractions;
import static org.mockito.Mockito.when;

import io.besuplugins.clientversion.engine.GetClientVersion;
import io.besuplugins.clientversion.engine.NodeOptions;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.function.Function;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.core.LoggerContext;
import org.apache.logging.log4j.core.config.Configuration;
import org.apache.logging.log4j.core.config.DefaultConfiguration;
import org.apache.logging.log4j.core.config.LoggerConfig;
import org.hyperledger.besu.plugin.BesuContext;
import org.hyperledger.besu.plugin.BesuPlugin;
import org.hyperledger.besu.plugin.ServiceManager;
import org.hyperledger.besu.plugin.services.MetricsSystem;
import org.hyperledger.besu.plugin.services.PicoCLIOptions;
import org.hyperledger.besu.plugin.services.RpcEndpointService;
import org.hyperledger.besu.plugin.services.rpc.PluginRpcRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentCaptor;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

class ClientVersionPluginTest {

  private static final String ENGINE_LOGGER =
      "org.hyperledger.besu.ethereum.api.jsonrpc.internal.methods.ExecutionEngineJsonRpcMethod";

  private final LogLines lines = LogLines.of(ClientVersionPlugin.class, Level.INFO);
  private final RpcEndpointService rpc = mock(RpcEndpointService.class);
  private final CommandLine besu = new CommandLine(CommandSpec.create());
  private final PicoCLIOptions cli =
      (namespace, options) ->
          besu.getCommandSpec().addMixin(namespace, CommandSpec.forAnnotatedObject(options));
  private final ServiceManager services = mock(ServiceManager.class);
  private final BesuContext olderServices = mock(BesuContext.class);

  @BeforeEach
  void offerServices() {
    when(services.getService(RpcEndpointService.class)).thenReturn(Optional.of(rpc));
    when(services.getService(PicoCLIOptions.class)).thenReturn(Optional.of(cli));
    when(olderServices.getService(RpcEndpointService.class)).thenReturn(Optional.of(rpc));
    when(olderServices.getService(PicoCLIOptions.class)).thenReturn(Optional.of(cli));
  }

  @AfterEach
  void stopListening() {
    lines.close();
  }

  @Test
  void isFoundByServiceLoader() {
    assertThat(ServiceLoader.load(BesuPlugin.class))
        .hasAtLeastOneElementOfType(ClientVersionPlugin.class);
  }

  @Test
  void doesNothingButOfferItsOptionAndMethodsWhenItIsRegistered() {
    new ClientVersionPlugin().register(services);

    verify(services).getService(PicoCLIOptions.class);
    verify(services).getService(RpcEndpointService.class);
    verify(rpc).registerRPCEndpoint(eq("clientversion"), eq("consensusClients"), any());
    verify(rpc).registerRPCEndpoint(eq("clientversion"), eq("executionClient"), any());
    verifyNoMoreInteractions(services, rpc);
    assertThat(besu.getCommandSpec().mixins()).containsOnlyKeys(NodeOptions.NAMESPACE);
    assertThat(lines.soFar()).isEmpty();
  }

  @Test
  void leavesItsNameToBesu() {
    assertThat(Arrays.stream(ClientVersionPlugin.class.getDeclaredMethods()).map(Method::getName))
        .doesNotContain("getName");
  }

  @Test
  void answersWhereBesuDoesNot() {
    pluginOn(BesuClasses.besu24Point10(false)).beforeExternalServices();

    verify(rpc)
        .registerRPCEndpoint(eq("engine"), eq("getClientVersionV1"), isA(GetClientVersion.class));
    assertThat(lines.soFar())
        .singleElement()
        .asString()
        .startsWith("INFO engine_getClientVersionV1 is answered by this plugin");
  }

  @Test
  void takesItsServicesFromTheFormerContextToo() {
    final ClientVersionPlugin plugin =
        new ClientVersionPlugin(BesuClasses.besu24Point8(true).loader());
    plugin.register(olderServices);
    besu.parseArgs();
    plugin.beforeExternalServices();

    assertThat(besu.getCommandSpec().mixins()).containsOnlyKeys(NodeOptions.NAMESPACE);
    verify(rpc).registerRPCEndpoint(eq("clientversion"), eq("consensusClients"), any());
    verify(rpc)
        .registerRPCEndpoint(eq("engine"), eq("getClientVersionV1"), isA(GetClientVersion.class));
  }

  @Test
  void tellsTheOperatorWhatItDoesOnThisNode() {
    final ClientVersionPlugin plugin = pluginOn(BesuClasses.besu24Point10(false));
    final ArgumentCaptor<Function<PluginRpcRequest, Map<String, Object>>> executionClient =
        ArgumentCaptor.captor();
    verify(rpc)
        .registerRPCEndpoint(eq("clientversion"), eq("executionClient"), executionClient.capture());
    assertThat(executionClient.getValue().apply(() -> null)).containsEntry("mode", "OFF");

    plugin.beforeExternalServices();

    assertThat(executionClient.getValue().apply(() -> null))
        .containsEntry("code", "BU")
        .containsEntry("plugin", "unknown")
        .containsEntry("mode", "ANSWER");
  }

  @Test
  void warnsWhereItsMethodIsServedWithoutAToken() {
    besu.getCommandSpec()
        .addOption(
            OptionSpec.builder("--rpc-http-api")
                .type(List.class)
                .auxiliaryTypes(String.class)
                .build())
        .addOption(OptionSpec.builder("--rpc-http-enabled").type(boolean.class).build());

    pluginOn(BesuClasses.besu24Point8(true), "--rpc-http-enabled", "--rpc-http-api=ENGINE")
        .beforeExternalServices();

    assertThat(lines.soFar())
        .filteredOn(line -> line.startsWith("WARN"))
        .singleElement()
        .asString()
        .startsWith("WARN engine_getClientVersionV1 is served without a JWT");
  }

  @Test
  void warnsOnceOfACallerThatItCouldNotNote() {
    final Map<?, ?> unreadable = mock(Map.class);
    when(unreadable.get(any())).thenThrow(new IllegalStateException("not read"));
    final ClientVersionPlugin plugin = pluginOn(BesuClasses.besu24Point10(true));
    plugin.beforeExternalServices();
    besuServes(unreadable);
    besuServes(unreadable);
    plugin.stop();

    assertThat(lines.soFar())
        .filteredOn(line -> line.startsWith("WARN"))
        .containsExactly(
            "WARN The client version plugin failed to note a caller; the node goes on");
  }

  @Test
  void warnsWhereItCannotGoOnObserving() {
    final LoggerContext log4j = LoggerContext.getContext(getClass().getClassLoader(), false, null);
    final Configuration former = log4j.getConfiguration();
    final Configuration broken = spy(new DefaultConfiguration());
    doThrow(new IllegalStateException("closed")).when(broken).removeLogger(ENGINE_LOGGER);
    final LoggerConfig root = broken.getRootLogger();
    root.getAppenders().keySet().forEach(root::removeAppender);
    root.addAppender(lines, Level.WARN, null);
    root.setLevel(Level.WARN);
    final ClientVersionPlugin plugin = pluginOn(BesuClasses.besu24Point10(true));
    plugin.beforeExternalServices();
    try {
      log4j.reconfigure(broken);
    } finally {
      log4j.reconfigure(former);
      plugin.stop();
    }

    assertThat(lines.soFar())
        .contains(
            "WARN The client version plugin failed to keep observing the Engine API; the node"
                + " goes on");
  }

  @Test
  void observesWhereBesuAnswers() {
    final ClientVersionPlugin plugin = pluginOn(BesuClasses.besu24Point10(true));
    plugin.beforeExternalServices();
    besuServesLighthouse();
    plugin.stop();
    besuServes(Map.of("code", "TK"));

    verify(rpc, never()).registerRPCEndpoint(eq("engine"), any(), any());
    assertThat(lines.soFar())
        .containsExactly(
            "INFO engine_getClientVersionV1 is observed by this plugin (version unknown) and"
                + " answered by Besu UNKNOWN (BU, commit 00000000)",
            "INFO Consensus client: lighthouse without version (LH, no commit)");
  }

  @Test
  void doesNotObserveWhenTheOperatorSwitchedItOff() {
    final ClientVersionPlugin plugin =
        pluginOn(BesuClasses.besu24Point10(true), "--plugin-client-version-observer-enabled=false");
    plugin.beforeExternalServices();
    besuServesLighthouse();
    plugin.stop();

    assertThat(lines.soFar())
        .containsExactly(
            "INFO engine_getClientVersionV1 is left alone by this plugin (version unknown) on Besu"
                + " UNKNOWN (BU, commit 00000000)");
  }

  @Test
  void leavesTheAnswerToBesuInDoubt() {
    final ClientVersionPlugin plugin = pluginOn(BesuClasses.none());
    plugin.beforeExternalServices();
    plugin.stop();

    verify(rpc, never()).registerRPCEndpoint(eq("engine"), any(), any());
    assertThat(lines.soFar())
        .filteredOn(line -> line.startsWith("WARN"))
        .singleElement()
        .asString()
        .startsWith("WARN Whether Besu answers engine_getClientVersionV1 by itself cannot be told");
  }

  @Test
  void warnsOnceWhenBesuOffersNoRpc() {
    when(services.getService(RpcEndpointService.class)).thenReturn(Optional.empty());

    pluginOn(BesuClasses.besu24Point8(true)).beforeExternalServices();

    assertThat(lines.soFar())
        .containsExactly(
            "WARN Besu offers no RpcEndpointService: engine_getClientVersionV1 stays unanswered",
            "INFO engine_getClientVersionV1 is left alone by this plugin (version unknown) on Besu"
                + " UNKNOWN (BU, commit 00000000)");
  }

  @Test
  void warnsOnceWhenBesuOffersNoOptions() {
    when(services.getService(PicoCLIOptions.class)).thenReturn(Optional.empty());

    final ClientVersionPlugin plugin = pluginOn(BesuClasses.besu24Point8(true));
    plugin.beforeExternalServices();

    verify(rpc).registerRPCEndpoint(eq("engine"), any(), any());
    assertThat(lines.soFar())
        .filteredOn(line -> line.startsWith("WARN"))
        .containsExactly("WARN Besu offers no PicoCLIOptions: the plugin's option is not known");
  }

  @Test
  void publishesItsMetricsWhenItIsStarted() {
    final MetricsSystem metrics = mock(MetricsSystem.class, RETURNS_MOCKS);
    when(services.getService(MetricsSystem.class)).thenReturn(Optional.of(metrics));

    final ClientVersionPlugin plugin = pluginOn(BesuClasses.besu24Point8(true));
    plugin.beforeExternalServices();
    verifyNoInteractions(metrics);
    plugin.start();

    verify(metrics).createGauge(any(), any(), any(), any());
  }

  @Test
  void warnsOnceWhenBesuOffersNoMetrics() {
    when(services.getService(MetricsSystem.class)).thenReturn(Optional.empty());

    final ClientVersionPlugin plugin = pluginOn(BesuClasses.besu24Point8(true));
    plugin.beforeExternalServices();
    plugin.start();

    assertThat(lines.soFar())
        .filteredOn(line -> line.startsWith("WARN"))
        .containsExactly(
            "WARN Besu offers no MetricsSystem: consensus clients are not in the metrics");
  }

  @Test
  void leavesTheAnswerToBesuWhereBesuShowsItNoOptions() {
    when(services.getService(PicoCLIOptions.class)).thenReturn(Optional.empty());

    final ClientVersionPlugin plugin = pluginOn(BesuClasses.besu24Point10(false));
    plugin.beforeExternalServices();
    plugin.stop();

    verify(rpc, never()).registerRPCEndpoint(eq("engine"), any(), any());
    assertThat(lines.soFar())
        .anyMatch(line -> line.endsWith("Besu took no options from the plugin, and shows it none"));
  }

  @Test
  void letsNothingOutOfItsLife() {
    for (final Throwable failure :
        List.of(new IllegalStateException(), new NoSuchMethodError(), new OutOfMemoryError())) {
      doThrow(failure).when(services).getService(any());
      final ClientVersionPlugin plugin =
          new ClientVersionPlugin(BesuClasses.besu24Point8(true).loader());
      assertThatCode(
              () -> {
                plugin.register(services);
                plugin.beforeExternalServices();
                plugin.start();
                plugin.stop();
              })
          .doesNotThrowAnyException();
    }

    assertThat(lines.soFar())
        .hasSize(9)
        .allMatch(line -> line.startsWith("WARN The client version plugin failed to"));
  }

  @Test
  void letsNothingOutWhenBesuNeverRegisteredIt() {
    final ClientVersionPlugin plugin = new ClientVersionPlugin();

    assertThatCode(plugin::beforeExternalServices).doesNotThrowAnyException();
    assertThatCode(plugin::stop).doesNotThrowAnyException();
  }

  private ClientVersionPlugin pluginOn(final BesuClasses classes, final String... args) {
    final ClientVersionPlugin plugin = new ClientVersionPlugin(classes.loader());
    plugin.register(services);
    besu.parseArgs(args);
    return plugin;
  }

  /** The event that Besu's engine method logs before it answers. */
  private static void besuServesLighthouse() {
    besuServes(Map.of("code", "LH"));
  }

  private static void besuServes(final Map<?, ?> caller) {
    LoggerFactory.getLogger(ENGINE_LOGGER)
        .trace(
            "execution engine JSON-RPC request {} {}",
            "engine_getClientVersionV1",
            new Object[] {caller});
  }
}
