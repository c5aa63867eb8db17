// SPDX-License-Identifier: Apache-2.0
package io.besuplugins.clientversion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import org.apache.logging.log4j.Level;
import org.hyperledger.besu.plugin.BesuContext;
import org.hyperledger.besu.plugin.BesuPlugin;
import org.hyperledger.besu.plugin.RegistrationContext;
import org.hyperledger.besu.plugin.ServiceManager;
import org.hyperledger.besu.plugin.StartContext;
import org.hyperledger.besu.plugin.services.PicoCLIOptions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

/**
 * The class that Besu loads, called in the order in which Besu calls it. Each test hides the types
 * that the release does not have, and loads the plugin itself.
 */
class ClientVersionPluginTest {

  private static final String API = "org.hyperledger.besu.plugin.";
  private static final String[] PROPOSED_TYPES = {
    API + "RegistrationContext",
    API + "RegistrationService",
    API + "StartContext",
    API + "StartService",
    API + "RunningContext",
    API + "services.RpcEndpointRegistry"
  };
  private static final String ENGINE_LOGGER =
      API.replace("plugin.", "ethereum.api.jsonrpc.internal.methods.")
          + "ExecutionEngineJsonRpcMethod";
  private static final String CLIENTS = "clientversion_consensusClients";
  private static final String UNSUPPORTED =
      "WARN Client version plugin unknown is off: it does not support the plugin API of this Besu"
          + " release; look for a newer version of the plugin (java.lang.";

  private final LogCaptor log = LogCaptor.of(ClientVersionPlugin.class, Level.INFO);
  private final FakeBesuServices besu = new FakeBesuServices();

  @AfterEach
  void forgetTheActiveInstance() {
    System.clearProperty(ClientVersionPlugin.ACTIVE_INSTANCE);
    log.close();
  }

  @Test
  void isFoundByServiceLoader() {
    assertThat(ServiceLoader.load(BesuPlugin.class))
        .hasAtLeastOneElementOfType(ClientVersionPlugin.class);
  }

  /** Besu 24.4.0 to 24.10.0. */
  @Test
  void worksWithBesuContext() throws Throwable {
    final BesuPlugin plugin = newPlugin(API + "ServiceManager");
    call(plugin, "register", BesuContext.class, besu);
    besu.parse();
    plugin.beforeExternalServices();
    plugin.start();
    assertObservingUntilStopped(plugin);
  }

  /** Besu 24.12.0 and newer. */
  @Test
  void worksWithServiceManager() throws Throwable {
    final BesuPlugin plugin = newPlugin(API + "BesuContext");
    plugin.register((ServiceManager) besu);
    besu.parse();
    plugin.beforeExternalServices();
    plugin.start();
    assertObservingUntilStopped(plugin);
  }

  /** Proposed: Besu's pull request 11282. */
  @Test
  void worksWhereOptionsAreDefinedFirst() throws Throwable {
    final BesuPlugin plugin = newPlugin(API + "BesuContext");
    call(plugin, "defineOptions", PicoCLIOptions.class, besu);
    assertThat(plugin.getName()).isEqualTo(ClientVersionPlugin.class.getName());
    besu.parse();
    plugin.register((ServiceManager) besu);
    plugin.start();
    assertObservingUntilStopped(plugin);
  }

  /** Proposed: Besu's issue 11226. An Ephemery node calls register() and start() again. */
  @Test
  void worksWithAContextForEachPhase() throws Throwable {
    final RegistrationContext registration = FakePhaseContexts.registration(besu);
    final StartContext start = FakePhaseContexts.start(besu);
    final BesuPlugin plugin =
        FakeBesuClassLoader.hiding(
                API + "BesuContext", API + "ServiceManager", API + "services.RpcEndpointService")
            .newPlugin();
    call(plugin, "defineOptions", PicoCLIOptions.class, besu);
    besu.parse();
    call(plugin, "register", RegistrationContext.class, registration);
    call(plugin, "start", StartContext.class, start);
    besuServes("LH");
    call(plugin, "register", RegistrationContext.class, registration);
    call(plugin, "start", StartContext.class, start);
    assertObservingUntilStopped(plugin);
    assertThat(besu.rpc.callForJson(CLIENTS)).contains("\"LH\"", "\"TK\"");
  }

  @Test
  void registersAgainInTheSameInstance() throws Throwable {
    final BesuPlugin plugin = newPlugin();
    for (int i = 0; i < 2; i++) {
      plugin.register((ServiceManager) besu);
      besu.parse();
      plugin.beforeExternalServices();
      plugin.start();
    }
    assertObservingUntilStopped(plugin);
  }

  /** Besu 26.1.0 and newer, when an Ephemery node starts anew. */
  @Test
  void onlyTheFirstInstanceInTheProcessIsActive() throws Throwable {
    final BesuPlugin first = newPlugin();
    first.register((ServiceManager) besu);
    besu.parse();
    first.beforeExternalServices();
    first.start();

    final BesuPlugin second = newPlugin();
    assertThat(first.getName()).isEqualTo(ClientVersionPlugin.class.getName());
    assertThat(second.getName()).startsWith(first.getName() + "-").isEqualTo(second.getName());
    final FakeBesuServices again = new FakeBesuServices();
    second.register((ServiceManager) again);
    for (final BesuPlugin plugin : List.of(first, second)) {
      plugin.beforeExternalServices();
      plugin.start();
    }
    second.stop();

    assertThat(again.optionNamespaces()).isEmpty();
    assertThat(again.rpc.methods()).isEmpty();
    assertThat(again.metrics.labelNames).isEmpty();
    assertThat(newPlugin().getName()).isNotEqualTo(second.getName());
    assertObservingUntilStopped(first);
  }

  @Test
  void onlyOneOfTwoInstancesThatAreCreatedTogetherIsActive() throws Throwable {
    final BesuPlugin first = newPlugin();
    final BesuPlugin second = newPlugin();
    first.register((ServiceManager) besu);
    final FakeBesuServices again = new FakeBesuServices();
    second.register((ServiceManager) again);
    assertThat(besu.rpc.methods()).isNotEmpty();
    assertThat(again.rpc.methods()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        API + "services.",
        API + "services.PicoCLIOptions",
        API + "services.RpcEndpointService",
        API + "services.BesuService",
        API + "ServiceManager"
      })
  void isOffWithOneWarningWhereATypeIsMissing(final String hidden) throws Throwable {
    final BesuPlugin plugin = newPlugin(hidden);
    for (int i = 0; i < 2; i++) {
      plugin.register((ServiceManager) besu);
      plugin.beforeExternalServices();
      plugin.start();
      plugin.stop();
    }
    besuServes("TK");
    assertThat(log.lines()).singleElement().asString().startsWith(UNSUPPORTED);
    assertThat(besu.metrics.labelNames).isEmpty();
  }

  @Test
  void isOffWithOneWarningWhereAMemberIsMissing() throws Throwable {
    final BesuPlugin plugin = newPlugin();
    besu.onAddOptions =
        () -> {
          throw new AbstractMethodError("addPicoCLIOptions");
        };
    plugin.register((ServiceManager) besu);
    plugin.beforeExternalServices();
    plugin.start();

    assertThat(log.lines())
        .containsExactly(UNSUPPORTED + "AbstractMethodError: addPicoCLIOptions)");
    assertThat(besu.rpc.callForJson("clientversion_executionClient"))
        .contains("\"mode\":\"OFF\"", "AbstractMethodError: addPicoCLIOptions");
  }

  @Test
  void isOffWhereThePluginCannotAccessLog4j() throws Throwable {
    final BesuPlugin plugin = newPlugin("org.apache.logging.");
    plugin.register((ServiceManager) besu);
    besu.parse();
    plugin.beforeExternalServices();
    plugin.start();

    assertThat(log.warnings())
        .hasSize(2)
        .last()
        .asString()
        .startsWith(
            "WARN Client version plugin unknown is off: cannot observe Engine API calls"
                + " (java.lang.NoClassDefFoundError: org/apache/logging/log4j/");
    assertThat(besu.metrics.read("besu_rpc_client_version_plugin"))
        .contains(entry(List.of("OFF", "cannot_observe", "unknown"), 1.0));
  }

  @Test
  void throwsNothingWhereItCannotEvenLog() throws Throwable {
    final BesuPlugin plugin = newPlugin("org.slf4j.");
    plugin.register((ServiceManager) besu);
    plugin.beforeExternalServices();
    plugin.start();
    plugin.stop();
    assertThat(log.lines()).isEmpty();
    assertThat(besu.rpc.methods()).isEmpty();
  }

  private void assertObservingUntilStopped(final BesuPlugin plugin) {
    assertThat(besu.optionNamespaces()).hasSize(1);
    assertThat(besu.metrics.labelNames).hasSize(6);
    besuServes("TK");
    assertThat(besu.rpc.callForJson(CLIENTS)).contains("\"TK\"").containsOnlyOnce("true");
    plugin.stop();
    besuServes("PM");
    assertThat(besu.rpc.callForJson(CLIENTS)).contains("\"calls\":1").doesNotContain("PM");
    assertThat(log.warnings())
        .as("Besu's classes are not on the class path")
        .allMatch(line -> line.startsWith("WARN Cannot determine whether Besu implements"));
  }

  /** Loaded where these types and the proposed ones are missing. */
  private static BesuPlugin newPlugin(final String... hidden) throws Exception {
    return FakeBesuClassLoader.hiding(PROPOSED_TYPES).andHiding(hidden).newPlugin();
  }

  /** Calls a method by its descriptor, as Besu does, because the class has others of that name. */
  private static void call(
      final BesuPlugin plugin, final String method, final Class<?> type, final Object argument)
      throws Throwable {
    MethodHandles.publicLookup()
        .findVirtual(plugin.getClass(), method, MethodType.methodType(void.class, type))
        .bindTo(plugin)
        .invokeWithArguments(argument);
  }

  private static void besuServes(final String code) {
    LoggerFactory.getLogger(ENGINE_LOGGER)
        .trace(
            "execution engine JSON-RPC request {} {}",
            "engine_getClientVersionV1",
            new Object[] {Map.of("code", code)});
  }
}
