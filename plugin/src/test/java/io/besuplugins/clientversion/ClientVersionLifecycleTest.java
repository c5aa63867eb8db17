// SPDX-License-Identifier: Apache-2.0
package io.besuplugins.clientversion;

import static io.besuplugins.clientversion.FakeBesuClassLoader.besu24Point10;
import static io.besuplugins.clientversion.FakeBesuClassLoader.besu24Point8;
import static io.besuplugins.clientversion.FakeBesuClassLoader.hiding;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.spy;
import static org.mockito.Mockito.when;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.core.LoggerContext;
import org.apache.logging.log4j.core.config.Configuration;
import org.junit.jupiter.api.AfterEach;
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
  private static final String ANSWERED = "INFO " + METHOD + " is answered by this plugin ";
  private static final String OBSERVED = "INFO " + METHOD + " is observed by this plugin ";
  private static final String OFF = "INFO " + METHOD + " is left alone by this plugin ";

  @TempDir Path dir;

  private final LogCaptor log = LogCaptor.of(ClientVersionPlugin.class, Level.INFO);
  private final FakeBesuServices besu = new FakeBesuServices();
  private ClientVersionLifecycle plugin;

  @AfterEach
  void stop() {
    plugin.stop();
    log.close();
  }

  @Test
  void registersOnlyItsOptionAndRpcMethodsAtFirst() {
    plugin = new ClientVersionLifecycle(besu24Point10(true));
    plugin.registerWithServiceManager(besu);

    assertThat(besu.requested).containsExactly("PicoCLIOptions", "RpcEndpointService");
    assertThat(besu.optionNamespaces()).hasSize(1);
    assertThat(besu.rpc.methods()).containsExactly("clientversion_consensusClients", STATUS);
    assertThat(besu.rpc.callForJson(STATUS))
        .endsWith("\"mode\":\"OFF\",\"reason\":\"not started\"}");
    assertThat(log.lines()).isEmpty();
  }

  @Test
  void answersWhereBesuDoesNotImplementTheMethod() {
    startOn(besu24Point8(true));

    assertThat(besu.rpc.callForJson(METHOD, Map.of("code", "LH"))).contains("\"BU\"");
    assertThat(besu.rpc.callForJson(STATUS))
        .endsWith("\"plugin\":\"unknown\",\"mode\":\"ANSWER\"}");
    assertThat(besu.rpc.callForJson("clientversion_consensusClients")).contains("\"LH\"");
    assertThat(besu.metrics.read("besu_rpc_client_version_plugin"))
        .containsOnlyKeys(List.of("ANSWER", "unknown"));
    assertThat(besu.metrics.read("besu_rpc_consensus_client_calls_total")).hasSize(1);
    assertLogged(ANSWERED, "INFO Consensus client: lighthouse without version (LH, no commit)");
  }

  @Test
  void answersOnANamedNetworkWithoutTheMerge() {
    startOn(besu24Point10(false));
    assertLogged(ANSWERED);
  }

  @Test
  void observesWhereBesuImplementsTheMethod() {
    startOn(besu24Point10(true), "--rpc-http-enabled", "--rpc-http-api=ENGINE");
    besuServes(Map.of("code", "LH"));
    plugin.stop();
    besuServes(Map.of("code", "TK"));

    assertThat(besu.rpc.methods()).doesNotContain(METHOD);
    assertThat(besu.rpc.callForJson(STATUS)).endsWith("\"mode\":\"OBSERVE\"}");
    assertLogged(OBSERVED, "INFO Consensus client: lighthouse without version (LH, no commit)");
  }

  @Test
  void isOffIfTheOperatorDisabledTheObserver() {
    startOn(besu24Point10(true), "--plugin-client-version-observer-enabled=false");
    besuServes(Map.of("code", "LH"));
    assertThat(besu.rpc.callForJson(STATUS))
        .endsWith("\"reason\":\"disabled by --plugin-client-version-observer-enabled\"}");
    assertLogged(OFF);
  }

  @Test
  void leavesTheMethodToBesuIfInDoubt() {
    startOn(hiding());
    assertThat(besu.rpc.methods()).doesNotContain(METHOD);
    assertLogged(
        "WARN Cannot determine whether Besu implements engine_getClientVersionV1", OBSERVED);
  }

  @Test
  void warnsIfThePluginsMethodIsServedWithoutJwt() {
    startOn(besu24Point8(true), "--rpc-http-enabled", "--rpc-http-api=ENGINE");
    assertLogged(ANSWERED, "WARN engine_getClientVersionV1 is served without a JWT");
  }

  @Test
  void isOffWithoutRpcEndpointService() {
    besu.offered.remove(besu.rpc);
    startOn(besu24Point8(true));
    assertLogged(
        "WARN Besu offers no RpcEndpointService: the plugin's own RPC methods are not available",
        "WARN Besu offers no RpcEndpointService: engine_getClientVersionV1 is not answered",
        OFF);
    assertThat(besu.metrics.read("besu_rpc_client_version_plugin"))
        .containsOnlyKeys(List.of("OFF", "unknown"));
  }

  @Test
  void answersWithoutOptionsOnlyWhereBesuDoesNotKnowTheMethod() {
    besu.offered.remove(besu);
    startOn(besu24Point8(true));
    assertThat(besu.rpc.callForJson(STATUS)).endsWith("\"ANSWER\"}");
    startOn(besu24Point10(false));
    assertThat(besu.rpc.callForJson(STATUS)).endsWith("\"OBSERVE\"}");
    assertThat(log.warnings())
        .contains("WARN Besu offers no PicoCLIOptions: the plugin's option is not available")
        .anyMatch(line -> line.endsWith("Besu did not accept the plugin's options"));
  }

  @Test
  void warnsWithoutMetricsSystem() {
    besu.offered.remove(besu.metrics);
    startOn(besu24Point8(true));
    assertLogged(ANSWERED, "WARN Besu offers no MetricsSystem: consensus clients have no metrics");
  }

  @Test
  void warnsOnceIfCallersCannotBeRecorded() {
    final Map<?, ?> unreadable = mock(Map.class);
    when(unreadable.get(any())).thenThrow(new IllegalStateException("unreadable"));
    startOn(besu24Point10(true));
    besuServes(unreadable);
    besuServes(unreadable);

    assertLogged(
        OBSERVED,
        "WARN The client version plugin failed to record a caller; the node is not affected");
  }

  @Test
  void warnsIfItCannotKeepObserving() {
    final LoggerContext log4j = LoggerContext.getContext(getClass().getClassLoader(), false, null);
    final Configuration original = log4j.getConfiguration();
    startOn(besu24Point10(true));
    original.removeLogger(ENGINE_LOGGER);
    final Configuration broken = spy(original);
    doThrow(new IllegalStateException("closed")).when(broken).removeLogger(ENGINE_LOGGER);
    log4j.reconfigure(broken);
    log4j.reconfigure(original);

    assertThat(log.warnings())
        .anyMatch(line -> line.contains("failed to keep observing the Engine API; the node is"));
  }

  @Test
  void logsAFailureOfEachStepAndContinues() {
    besu.onRequest =
        () -> {
          throw new OutOfMemoryError();
        };
    startOn(besu24Point8(true));
    assertLogged(
        "WARN The client version plugin failed to register its options and RPC methods; ",
        "WARN The client version plugin failed to configure the Engine API; ",
        "WARN The client version plugin failed to publish its metrics; ");
  }

  /** With the announced lifecycle, Besu may set the merge flag before or after register(). */
  @ParameterizedTest
  @CsvSource({
    "true, , OBSERVE", "false, , OBSERVE", "false, terminalTotalDifficulty, OBSERVE",
    "true, qbft, OBSERVE", "false, qbft, ANSWER", "false, londonBlock, OBSERVE"
  })
  void decidesDuringRegistrationWhereOptionsAreDefinedFirst(
      final boolean mergeFlag, final String genesisKey, final String mode) throws IOException {
    final Path genesis = dir.resolve("genesis.json");
    Files.writeString(genesis, "{\"config\":{\"%s\":0}}".formatted(genesisKey));
    plugin = new ClientVersionLifecycle(besu24Point10(mergeFlag));
    plugin.defineOptions(besu);
    besu.parse(genesisKey == null ? new String[0] : new String[] {"--genesis-file=" + genesis});
    plugin.registerWithServiceManager(besu);

    assertThat(besu.requested).doesNotContain("PicoCLIOptions");
    assertThat(besu.rpc.callForJson(STATUS)).endsWith("\"" + mode + "\"}");
    assertThat(besu.rpc.methods().contains(METHOD)).isEqualTo(mode.equals("ANSWER"));
    plugin.beforeExternalServices();
    plugin.start();
    assertThat(besu.metrics.read("besu_rpc_client_version_plugin"))
        .containsOnlyKeys(List.of(mode, "unknown"));
    assertLogged(mode.equals("ANSWER") ? ANSWERED : OBSERVED);
  }

  @Test
  void respectsItsOptionWhereOptionsAreDefinedFirst() {
    plugin = new ClientVersionLifecycle(besu24Point10(true));
    plugin.defineOptions(besu);
    besu.parse("--plugin-client-version-observer-enabled=false");
    plugin.registerWithServiceManager(besu);
    assertLogged(OFF);
  }

  /** Exactly as many lines as there are beginnings. */
  private void assertLogged(final String... beginnings) {
    assertThat(log.lines())
        .zipSatisfy(
            List.of(beginnings), (line, beginning) -> assertThat(line).startsWith(beginning));
  }

  private void startOn(final ClassLoader besuClassLoader, final String... args) {
    plugin = new ClientVersionLifecycle(besuClassLoader);
    plugin.registerWithServiceManager(besu);
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
