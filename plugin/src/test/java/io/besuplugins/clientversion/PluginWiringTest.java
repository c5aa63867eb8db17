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

import io.besuplugins.clientversion.besu.BesuServices;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.core.LoggerContext;
import org.apache.logging.log4j.core.config.Configuration;
import org.hyperledger.besu.plugin.ServiceManager;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.slf4j.LoggerFactory;

class PluginWiringTest {

  private static final String METHOD = "engine_getClientVersionV1";
  private static final String STATUS = "clientversion_executionClient";
  private static final String CLIENTS = "clientversion_consensusClients";
  private static final String PLUGIN = "besu_rpc_client_version_plugin";
  private static final String ENGINE_LOGGER =
      "org.hyperledger.besu.ethereum.api.jsonrpc.internal.methods.ExecutionEngineJsonRpcMethod";
  private static final String SERVING = "INFO Client version plugin 1.0.0: serving " + METHOD;
  private static final String OBSERVING =
      "INFO Client version plugin 1.0.0: Besu UNKNOWN (BU, commit 00000000) serves " + METHOD;
  private static final String OFF = " Client version plugin 1.0.0 is off: ";
  private static final String LIGHTHOUSE =
      "INFO Consensus client: lighthouse without version (LH, no commit)";

  @TempDir Path dir;

  private final LogCaptor log = LogCaptor.of(ClientVersionPlugin.class, Level.INFO);
  private final FakeBesuServices besu = new FakeBesuServices();
  private PluginWiring plugin;

  @AfterEach
  void stop() {
    plugin.stop();
    log.close();
  }

  @Test
  void registersOnlyItsOptionAndRpcMethodsAtFirst() {
    plugin = new PluginWiring(besu24Point10(true), "1.0.0");
    plugin.register(BesuServices.in((ServiceManager) besu));

    assertThat(besu.optionNamespaces()).hasSize(1);
    assertThat(besu.rpc.methods()).containsExactly(CLIENTS, STATUS);
    assertThat(besu.rpc.callForJson(STATUS))
        .endsWith("\"mode\":\"OFF\",\"reason\":\"Besu has not started its services\"}");
    assertThat(log.lines()).isEmpty();
  }

  @Test
  void answersWhereBesuDoesNotImplementTheMethod() {
    startOn(besu24Point8(true));

    assertThat(besu.rpc.callForJson(METHOD, Map.of("code", "LH"))).contains("\"BU\"");
    assertThat(besu.rpc.callForJson(STATUS))
        .endsWith(
            "\"pluginVersion\":\"1.0.0\",\"mode\":\"ANSWER\",\"reason\":\"this Besu release does"
                + " not implement engine_getClientVersionV1\"}");
    assertThat(besu.rpc.callForJson(CLIENTS)).contains("\"LH\"");
    assertThat(besu.metrics.read(PLUGIN))
        .containsEntry(List.of("ANSWER", "method_unknown", "1.0.0"), 1.0);
    assertThat(besu.metrics.read("besu_rpc_consensus_client_calls_total")).hasSize(1);
    assertLogged(SERVING, LIGHTHOUSE);
  }

  @Test
  void observesWhereBesuImplementsTheMethod() {
    startOn(besu24Point10(true), "--rpc-http-enabled", "--rpc-http-api=ENGINE");
    besuServes(Map.of("code", "LH"));
    besuServes(7);
    plugin.stop();
    besuServes(Map.of("code", "TK"));

    assertThat(besu.rpc.methods()).doesNotContain(METHOD);
    assertThat(besu.rpc.callForJson(STATUS))
        .endsWith(
            "\"mode\":\"OBSERVE\",\"reason\":\"Besu implements engine_getClientVersionV1 on this"
                + " network\"}");
    assertThat(besu.metrics.read("besu_rpc_consensus_client_rejected_calls_total"))
        .containsValue(0.0);
    assertLogged(OBSERVING, LIGHTHOUSE);
  }

  @Test
  void logsAtDebugThatACallerDidNotIdentifyItselfToBesu() {
    log.attach(Level.DEBUG);
    startOn(besu24Point10(true));
    besuServes(null);
    besuServes(7);
    assertLogged(
        OBSERVING,
        "DEBUG A caller of engine_getClientVersionV1 did not identify itself: no ClientVersionV1",
        "DEBUG A caller of engine_getClientVersionV1 did not identify itself: params[0] must be a"
            + " ClientVersionV1 object, not a number");
  }

  @Test
  void isOffIfTheOperatorDisabledTheObserver() {
    startOn(besu24Point10(true), "--plugin-client-version-observer-enabled=false");
    besuServes(Map.of("code", "LH"));
    assertThat(besu.rpc.callForJson(STATUS))
        .endsWith("\"reason\":\"disabled by --plugin-client-version-observer-enabled\"}");
    assertThat(besu.metrics.read(PLUGIN))
        .containsEntry(List.of("OFF", "disabled_by_operator", "1.0.0"), 1.0);
    assertLogged("INFO" + OFF + "disabled by --plugin-client-version-observer-enabled");
  }

  @Test
  void observesIfTheModeCannotBeDetermined() {
    startOn(hiding());
    besuServes(Map.of("code", "LH"));
    assertThat(besu.rpc.methods()).doesNotContain(METHOD);
    assertLogged(
        "WARN Cannot determine whether Besu implements engine_getClientVersionV1, assuming",
        OBSERVING,
        LIGHTHOUSE);
  }

  @Test
  void warnsIfTheMethodCanBeCalledWithoutJwt() {
    startOn(besu24Point8(true), "--rpc-http-enabled", "--rpc-http-api=ENGINE");
    assertLogged(
        SERVING, "WARN engine_getClientVersionV1 can be called without a JWT, because --rpc-");
  }

  @Test
  void isOffIfTheMethodCannotBeRegistered() {
    besu.provided.remove(besu.rpc);
    startOn(besu24Point8(true), "--engine-jwt-disabled");
    assertLogged(
        "WARN The RPC methods of CLIENTVERSION are not available (java.lang.IllegalStateException:"
            + " Besu provides no RpcEndpointService)",
        "WARN"
            + OFF
            + "cannot register engine_getClientVersionV1 (java.lang.IllegalStateException: Besu"
            + " provides no RpcEndpointService)");
    assertThat(besu.metrics.read(PLUGIN))
        .containsEntry(List.of("OFF", "cannot_serve", "1.0.0"), 1.0);
  }

  @Test
  void everythingElseWorksIfBesuRejectsTheOption() {
    besu.onAddOptions =
        () -> {
          throw new IllegalArgumentException("rejected");
        };
    startOn(besu24Point8(true));
    assertThat(besu.rpc.callForJson(METHOD, Map.of("code", "LH"))).contains("\"BU\"");
    assertThat(besu.rpc.callForJson(CLIENTS)).contains("\"LH\"");
    assertLogged(
        "WARN The option --plugin-client-version-observer-enabled is not available"
            + " (java.lang.IllegalArgumentException: rejected)",
        SERVING,
        LIGHTHOUSE);
  }

  @Test
  void observesIfBesuRejectsTheOptionAndTheMergeFlagIsNotSet() {
    besu.provided.remove(besu);
    startOn(besu24Point10(false));
    assertThat(besu.rpc.callForJson(STATUS)).contains("\"OBSERVE\"");
    assertLogged(
        "WARN The option --plugin-client-version-observer-enabled is not available"
            + " (java.lang.IllegalStateException: Besu provides no PicoCLIOptions)",
        "WARN Cannot determine whether Besu implements engine_getClientVersionV1",
        OBSERVING);
  }

  @Test
  void everythingElseWorksWithoutMetricsSystem() {
    besu.provided.remove(besu.metrics);
    startOn(besu24Point8(true));
    assertThat(besu.rpc.callForJson(METHOD, Map.of("code", "LH"))).contains("\"BU\"");
    assertLogged(
        SERVING,
        "WARN The metrics of consensus clients are not available (java.lang.IllegalStateException:"
            + " Besu provides no MetricsSystem)",
        LIGHTHOUSE);
  }

  @Test
  void logsTheModeEvenIfTheMetricsSystemFails() {
    startOn(besu24Point10(true));
    besu.metrics.onAddSeries =
        () -> {
          throw new IllegalStateException("closed");
        };
    plugin.stopUnsupported(new NoSuchMethodError("elsewhere"));
    assertLogged(
        OBSERVING,
        "WARN The metrics of consensus clients are not available"
            + " (java.lang.IllegalStateException: closed)",
        "WARN" + OFF + "it does not support the plugin API of this Besu release;");
  }

  @Test
  void warnsOnceIfCallersCannotBeRecorded() {
    final Map<?, ?> unreadable = mock(Map.class);
    when(unreadable.get(any())).thenThrow(new IllegalStateException("unreadable"));
    startOn(besu24Point10(true));
    besuServes(unreadable);
    besuServes(unreadable);
    assertLogged(OBSERVING, "WARN Consensus client calls cannot be recorded completely");
  }

  @Test
  void isOffIfItCannotObserveAnyLonger() {
    final LoggerContext log4j = LoggerContext.getContext(getClass().getClassLoader(), false, null);
    final Configuration original = log4j.getConfiguration();
    startOn(besu24Point10(true));
    final Configuration broken = spy(original);
    doThrow(new IllegalStateException("closed")).when(broken).addFilter(any());
    log4j.reconfigure(broken);
    log4j.reconfigure(original);
    besuServes(Map.of("code", "LH"));

    final String reason =
        "cannot observe Engine API calls (java.lang.IllegalStateException: closed)";
    assertThat(log.warnings()).containsExactly("WARN" + OFF + reason);
    assertThat(besu.rpc.callForJson(STATUS))
        .endsWith("\"mode\":\"OFF\",\"reason\":\"" + reason + "\"}");
    assertThat(besu.rpc.callForJson(CLIENTS)).isEqualTo("[]");
    assertThat(besu.metrics.read(PLUGIN))
        .containsEntry(List.of("OFF", "cannot_observe", "1.0.0"), 1.0)
        .containsEntry(List.of("OBSERVE", "merge_flag_set", "1.0.0"), 0.0);
  }

  @Test
  void isOffWithNothingInstalledIfThePluginApiIsUnsupported() {
    startOn(besu24Point10(true));
    plugin.stopUnsupported(new NoSuchMethodError("elsewhere"));
    besuServes(Map.of("code", "LH"));

    assertThat(besu.rpc.callForJson(STATUS)).contains("\"mode\":\"OFF\"");
    assertThat(besu.rpc.callForJson(CLIENTS)).isEqualTo("[]");
    assertLogged(
        OBSERVING,
        "WARN"
            + OFF
            + "it does not support the plugin API of this Besu release; look for a newer version of"
            + " the plugin (java.lang.NoSuchMethodError: elsewhere)");
  }

  /** As Besu does when an Ephemery node starts anew. */
  @Test
  void observesEachCallOnceWhenServicesAreStartedAgain() {
    startOn(besu24Point10(true));
    besuServes(Map.of("code", "LH"));
    plugin.beforeExternalServices();
    plugin.start();
    besuServes(Map.of("code", "LH"));

    assertThat(besu.rpc.callForJson(CLIENTS)).contains("\"calls\":2");
    assertThat(besu.metrics.read("besu_rpc_consensus_client_calls_total")).containsValue(2.0);
    assertLogged(OBSERVING, LIGHTHOUSE, OBSERVING);
  }

  @Test
  void observesAgainWhenItIsStartedAfterItWasStopped() {
    startOn(besu24Point10(true));
    plugin.stop();
    plugin.beforeExternalServices();
    besuServes(Map.of("code", "LH"));
    assertThat(besu.rpc.callForJson(CLIENTS)).contains("\"calls\":1");
  }

  /** With the proposed lifecycle, Besu sets the merge flag after register(). */
  @ParameterizedTest
  @CsvSource({
    "true, '', OBSERVE", "false, '', OBSERVE", "false, terminalTotalDifficulty, OBSERVE",
    "true, qbft, OBSERVE", "false, qbft, ANSWER", "false, londonBlock, OBSERVE"
  })
  void choosesTheModeDuringRegistrationWhereOptionsAreDefinedFirst(
      final boolean mergeFlag, final String genesisKey, final String mode) throws IOException {
    final Path genesis = dir.resolve("genesis.json");
    Files.writeString(genesis, "{\"config\":{\"%s\":0}}".formatted(genesisKey));
    plugin = new PluginWiring(besu24Point10(mergeFlag), "1.0.0");
    plugin.defineOptions(besu);
    besu.parse(genesisKey.isEmpty() ? new String[0] : new String[] {"--genesis-file=" + genesis});
    plugin.register(BesuServices.in((ServiceManager) besu));

    assertThat(besu.rpc.callForJson(STATUS)).contains("\"mode\":\"" + mode + "\"");
    assertThat(besu.rpc.methods().contains(METHOD)).isEqualTo(mode.equals("ANSWER"));
    plugin.start();
    assertThat(besu.metrics.read(PLUGIN).entrySet())
        .filteredOn(series -> series.getValue() == 1)
        .singleElement()
        .matches(series -> series.getKey().get(0).equals(mode));
    assertLogged(mode.equals("ANSWER") ? SERVING : OBSERVING);
  }

  @Test
  void respectsItsOptionWhereOptionsAreDefinedFirst() {
    plugin = new PluginWiring(besu24Point10(true), "1.0.0");
    plugin.defineOptions(besu);
    besu.parse("--plugin-client-version-observer-enabled=false");
    plugin.register(BesuServices.in((ServiceManager) besu));
    plugin.beforeExternalServices();
    assertLogged("INFO" + OFF);
  }

  /** Exactly as many lines as there are beginnings. */
  private void assertLogged(final String... beginnings) {
    assertThat(log.lines())
        .zipSatisfy(
            List.of(beginnings), (line, beginning) -> assertThat(line).startsWith(beginning));
  }

  private void startOn(final ClassLoader besuClassLoader, final String... args) {
    plugin = new PluginWiring(besuClassLoader, "1.0.0");
    plugin.register(BesuServices.in((ServiceManager) besu));
    besu.parse(args);
    plugin.beforeExternalServices();
    plugin.start();
  }

  /** The event that Besu's engine method logs before it answers. */
  private static void besuServes(final Object caller) {
    LoggerFactory.getLogger(ENGINE_LOGGER)
        .trace("execution engine JSON-RPC request {} {}", METHOD, new Object[] {caller});
  }
}
