// SPDX-License-Identifier: Apache-2.0
package io.besuplugins.clientversion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.spy;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoMoreInteractions;
import static org.mockito.Mockito.when;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.core.LoggerContext;
import org.apache.logging.log4j.core.config.Configuration;
import org.apache.logging.log4j.core.config.DefaultConfiguration;
import org.apache.logging.log4j.core.config.LoggerConfig;
import org.hyperledger.besu.plugin.BesuContext;
import org.hyperledger.besu.plugin.ServiceManager;
import org.hyperledger.besu.plugin.services.MetricsSystem;
import org.hyperledger.besu.plugin.services.PicoCLIOptions;
import org.hyperledger.besu.plugin.services.RpcEndpointService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.slf4j.LoggerFactory;

class ClientVersionLifecycleTest {

  private static final String METHOD = "engine_getClientVersionV1";
  private static final String STATUS = "clientversion_executionClient";
  private static final String ENGINE_LOGGER =
      "org.hyperledger.besu.ethereum.api.jsonrpc.internal.methods.ExecutionEngineJsonRpcMethod";
  private static final String OBSERVED =
      "INFO engine_getClientVersionV1 is observed by this plugin (version unknown) and answered by"
          + " Besu UNKNOWN (BU, commit 00000000)";
  private static final String OFF =
      "INFO engine_getClientVersionV1 is left alone by this plugin (version unknown) on Besu"
          + " UNKNOWN (BU, commit 00000000)";

  @TempDir Path dir;

  private final LogCaptor log = LogCaptor.of(ClientVersionPlugin.class, Level.INFO);
  private final RecordingRpcEndpointService rpc = new RecordingRpcEndpointService();
  private final RecordingMetricsSystem metrics = new RecordingMetricsSystem(true);
  private final FakeBesuCommand besu = new FakeBesuCommand();
  private final ServiceManager services = mock(ServiceManager.class);
  private ClientVersionLifecycle plugin;

  @BeforeEach
  void offerServices() {
    when(services.getService(RpcEndpointService.class)).thenReturn(Optional.of(rpc));
    when(services.getService(PicoCLIOptions.class)).thenReturn(Optional.of(besu));
    when(services.getService(MetricsSystem.class)).thenReturn(Optional.of(metrics));
  }

  @AfterEach
  void stop() {
    plugin.stop();
    log.close();
  }

  @Test
  void registersOnlyItsOptionAndRpcMethodsAtFirst() {
    plugin = new ClientVersionLifecycle(FakeBesuClassLoader.besu24Point10(true));
    plugin.registerWithServiceManager(services);

    verify(services).getService(PicoCLIOptions.class);
    verify(services).getService(RpcEndpointService.class);
    verifyNoMoreInteractions(services);
    assertThat(besu.namespaces()).hasSize(1);
    assertThat(rpc.methods()).containsExactly("clientversion_consensusClients", STATUS);
    assertThat(rpc.callForJson(STATUS)).endsWith("\"mode\":\"OFF\",\"reason\":\"not started\"}");
    assertThat(log.lines()).isEmpty();
  }

  @Test
  void answersWhereBesuDoesNotImplementTheMethod() {
    startOn(FakeBesuClassLoader.besu24Point8(true));

    assertThat(rpc.callForJson(METHOD, Map.of("code", "LH")))
        .isEqualTo(
            "[{\"code\":\"BU\",\"name\":\"Besu\",\"version\":\"UNKNOWN\","
                + "\"commit\":\"00000000\"}]");
    assertThat(rpc.callForJson(STATUS)).endsWith("\"plugin\":\"unknown\",\"mode\":\"ANSWER\"}");
    assertThat(rpc.callForJson("clientversion_consensusClients")).contains("\"LH\"");
    assertThat(metrics.read("besu_rpc_client_version_plugin"))
        .containsOnlyKeys(List.of("ANSWER", "unknown"));
    assertThat(metrics.read("besu_rpc_consensus_client_calls_total")).hasSize(1);
    assertThat(log.lines())
        .containsExactly(
            "INFO engine_getClientVersionV1 is answered by this plugin (version unknown) as Besu"
                + " UNKNOWN (BU, commit 00000000)",
            "INFO Consensus client: lighthouse without version (LH, no commit)");
  }

  @Test
  void findsServicesInABesuContext() {
    final BesuContext context = mock(BesuContext.class);
    when(context.getService(RpcEndpointService.class)).thenReturn(Optional.of(rpc));
    when(context.getService(PicoCLIOptions.class)).thenReturn(Optional.of(besu));
    plugin = new ClientVersionLifecycle(FakeBesuClassLoader.besu24Point8(true));
    plugin.registerWithBesuContext(context);
    besu.parse();
    plugin.beforeExternalServices();

    assertThat(rpc.methods()).contains(STATUS, METHOD);
    assertThat(besu.namespaces()).hasSize(1);
  }

  @Test
  void observesWhereBesuImplementsTheMethod() {
    startOn(FakeBesuClassLoader.besu24Point10(true));
    besuServes(Map.of("code", "LH"));
    plugin.stop();
    besuServes(Map.of("code", "TK"));

    assertThat(rpc.methods()).doesNotContain(METHOD);
    assertThat(rpc.callForJson(STATUS)).endsWith("\"mode\":\"OBSERVE\"}");
    assertThat(log.lines())
        .containsExactly(
            OBSERVED, "INFO Consensus client: lighthouse without version (LH, no commit)");
  }

  @Test
  void isOffIfTheOperatorDisabledTheObserver() {
    startOn(
        FakeBesuClassLoader.besu24Point10(true), "--plugin-client-version-observer-enabled=false");
    besuServes(Map.of("code", "LH"));

    assertThat(rpc.callForJson(STATUS))
        .endsWith(
            "\"mode\":\"OFF\","
                + "\"reason\":\"disabled by --plugin-client-version-observer-enabled\"}");
    assertThat(log.lines()).containsExactly(OFF);
  }

  @Test
  void leavesTheMethodToBesuIfInDoubt() {
    startOn(FakeBesuClassLoader.hiding());

    assertThat(rpc.methods()).doesNotContain(METHOD);
    assertThat(log.lines())
        .containsExactly(
            "WARN Cannot determine whether Besu implements engine_getClientVersionV1; leaving it to"
                + " Besu: java.lang.ClassNotFoundException:"
                + " org.hyperledger.besu.ethereum.api.jsonrpc.RpcMethod",
            OBSERVED);
  }

  @Test
  void warnsIfTheMethodIsServedWithoutJwt() {
    startOn(FakeBesuClassLoader.besu24Point8(true), "--rpc-http-enabled", "--rpc-http-api=ENGINE");

    assertThat(log.warnings())
        .singleElement()
        .asString()
        .startsWith("WARN engine_getClientVersionV1 is served without a JWT");
  }

  @Test
  void isOffWithoutRpcEndpointService() {
    when(services.getService(RpcEndpointService.class)).thenReturn(Optional.empty());
    startOn(FakeBesuClassLoader.besu24Point8(true));

    assertThat(log.lines())
        .containsExactly(
            "WARN Besu offers no RpcEndpointService: engine_getClientVersionV1 is not answered",
            OFF);
    assertThat(metrics.read("besu_rpc_client_version_plugin"))
        .containsOnlyKeys(List.of("OFF", "unknown"));
  }

  @Test
  void answersWithoutOptionsOnlyWhereBesuDoesNotKnowTheMethod() {
    when(services.getService(PicoCLIOptions.class)).thenReturn(Optional.empty());
    startOn(FakeBesuClassLoader.besu24Point8(true));
    assertThat(rpc.methods()).contains(METHOD);
    assertThat(log.warnings())
        .containsExactly(
            "WARN Besu offers no PicoCLIOptions: the plugin's option is not available");

    log.clear();
    startOn(FakeBesuClassLoader.besu24Point10(false));
    assertThat(log.lines())
        .contains(OBSERVED)
        .anyMatch(line -> line.endsWith("Besu did not accept the plugin's options"));
  }

  @Test
  void warnsWithoutMetricsSystem() {
    when(services.getService(MetricsSystem.class)).thenReturn(Optional.empty());
    startOn(FakeBesuClassLoader.besu24Point8(true));

    assertThat(rpc.methods()).contains(METHOD);
    assertThat(log.warnings())
        .containsExactly("WARN Besu offers no MetricsSystem: consensus clients have no metrics");
  }

  @Test
  void warnsOnceIfCallersCannotBeRecorded() {
    final Map<?, ?> unreadable = mock(Map.class);
    when(unreadable.get(any())).thenThrow(new IllegalStateException("unreadable"));
    startOn(FakeBesuClassLoader.besu24Point10(true));
    besuServes(unreadable);
    besuServes(unreadable);

    assertThat(log.warnings())
        .containsExactly(
            "WARN The client version plugin failed to record a caller; the node is not affected");
  }

  @Test
  void warnsIfItCannotKeepObserving() {
    final LoggerContext log4j = LoggerContext.getContext(getClass().getClassLoader(), false, null);
    final Configuration original = log4j.getConfiguration();
    final Configuration broken = spy(new DefaultConfiguration());
    doThrow(new IllegalStateException("closed")).when(broken).removeLogger(ENGINE_LOGGER);
    final LoggerConfig root = broken.getRootLogger();
    root.getAppenders().keySet().forEach(root::removeAppender);
    root.addAppender(log, Level.WARN, null);
    root.setLevel(Level.WARN);
    startOn(FakeBesuClassLoader.besu24Point10(true));
    try {
      log4j.reconfigure(broken);
    } finally {
      log4j.reconfigure(original);
    }

    assertThat(log.warnings())
        .contains(
            "WARN The client version plugin failed to keep observing the Engine API; the node is"
                + " not affected");
  }

  @Test
  void logsAFailureOfEachStepAndContinues() {
    for (final Throwable failure : List.of(new IllegalStateException(), new OutOfMemoryError())) {
      log.clear();
      doThrow(failure).when(services).getService(any());
      startOn(FakeBesuClassLoader.besu24Point8(true));

      assertThat(log.lines())
          .containsExactly(
              "WARN The client version plugin failed to register its options and RPC methods; the"
                  + " node is not affected",
              "WARN The client version plugin failed to configure the Engine API; the node is not"
                  + " affected",
              "WARN The client version plugin failed to publish its metrics; the node is not"
                  + " affected");
    }
  }

  /** With the announced lifecycle, Besu may set the merge flag before or after register(). */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "true  | | OBSERVE",
        "false | | OBSERVE",
        "true  | {'config':{'terminalTotalDifficulty':0}} | OBSERVE",
        "false | {'config':{'terminalTotalDifficulty':0}} | OBSERVE",
        "false | {'config':{'qbft':{}}} | ANSWER",
        "false | {'config':{}} | OBSERVE"
      })
  void decidesDuringRegistrationWhereOptionsAreDefinedFirst(
      final boolean mergeFlag, final String genesis, final String mode) throws IOException {
    plugin = new ClientVersionLifecycle(FakeBesuClassLoader.besu24Point10(mergeFlag));
    plugin.defineOptions(besu);
    if (genesis == null) {
      besu.parse();
    } else {
      final String json = genesis.replace('\'', '"');
      besu.parse("--genesis-file=" + Files.writeString(dir.resolve("genesis.json"), json));
    }
    plugin.registerWithServiceManager(services);

    verify(services, never()).getService(PicoCLIOptions.class);
    assertThat(rpc.callForJson(STATUS)).endsWith("\"mode\":\"" + mode + "\"}");
    assertThat(rpc.methods().contains(METHOD)).isEqualTo(mode.equals("ANSWER"));
    plugin.beforeExternalServices();
    plugin.start();
    assertThat(metrics.read("besu_rpc_client_version_plugin"))
        .containsOnlyKeys(List.of(mode, "unknown"));
    assertThat(log.lines()).as("start line").hasSize(1);
  }

  @Test
  void respectsItsOptionWhereOptionsAreDefinedFirst() {
    plugin = new ClientVersionLifecycle(FakeBesuClassLoader.besu24Point10(true));
    plugin.defineOptions(besu);
    besu.parse("--plugin-client-version-observer-enabled=false");
    plugin.registerWithServiceManager(services);

    assertThat(log.lines()).containsExactly(OFF);
  }

  private void startOn(final ClassLoader besuClassLoader, final String... args) {
    plugin = new ClientVersionLifecycle(besuClassLoader);
    plugin.registerWithServiceManager(services);
    besu.parse(args);
    plugin.beforeExternalServices();
    plugin.start();
  }

  /** The event that Besu's engine method logs before it answers. */
  private static void besuServes(final Map<?, ?> caller) {
    LoggerFactory.getLogger(ENGINE_LOGGER)
        .trace("execution engine JSON-RPC request {} {}", METHOD, new Object[] {caller});
  }
}
