// SPDX-License-Identifier: Apache-2.0
package io.besuplugins.clientversion;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ServiceLoader;
import java.util.function.Consumer;
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

/** The entry class, on releases whose plugin API it knows and on others. */
class ClientVersionPluginTest {

  private static final String API = "org.hyperledger.besu.plugin.";
  private static final String ENGINE_LOGGER =
      "org.hyperledger.besu.ethereum.api.jsonrpc.internal.methods.ExecutionEngineJsonRpcMethod";
  private static final String[] OTHER_RELEASES_TYPES = {
    API + "BesuContext",
    API + "RegistrationContext",
    API + "StartContext",
    API + "RunningContext",
    API + "PicoCLIOptions"
  };
  private static final String DISABLED =
      "WARN The client version plugin (version unknown) does nothing on this node, because it does"
          + " not know this Besu's plugin API (%s). A newer version of the plugin may support it";

  private final LogCaptor log = LogCaptor.of(ClientVersionPlugin.class, Level.INFO);
  private final FakeBesuServices besu = new FakeBesuServices();

  @AfterEach
  void stopCapturing() {
    log.close();
  }

  @Test
  void isFoundByServiceLoader() {
    assertThat(ServiceLoader.load(BesuPlugin.class))
        .hasAtLeastOneElementOfType(ClientVersionPlugin.class);
  }

  @Test
  void worksWhereAnotherReleasesTypesAreMissing() throws Exception {
    run(FakeBesuClassLoader.hiding(OTHER_RELEASES_TYPES).newPlugin());
    assertThat(besu.rpc.methods()).hasSize(2);
    assertThat(besu.metrics.labelNames).hasSize(6);
    assertThat(log.warnings()).noneMatch(line -> line.contains("does nothing on this node"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        API + "services.",
        API + "services.PicoCLIOptions",
        API + "services.RpcEndpointService",
        API + "services.BesuService",
        API + "ServiceManager",
        "io.besuplugins.clientversion.ClientVersionLifecycle"
      })
  void isDisabledWithOneWarningWhereATypeIsMissing(final String hidden) throws Exception {
    final BesuPlugin plugin = FakeBesuClassLoader.hiding(hidden).newPlugin();
    run(plugin);
    run(plugin);
    assertThat(log.lines()).singleElement().asString().startsWith(DISABLED.substring(0, 80));
    assertThat(besu.metrics.labelNames).isEmpty();
  }

  @Test
  void throwsNothingWhereItCannotEvenLog() throws Exception {
    run(FakeBesuClassLoader.hiding("org.slf4j.").newPlugin());
    assertThat(log.lines()).isEmpty();
    assertThat(besu.requested).isEmpty();
  }

  @Test
  void isDisabledWithOneWarningWhereBesuCallsAMethodThatItDoesNotSupport() {
    assertDisabled(
        plugin -> plugin.register((RegistrationContext) null), "register(RegistrationContext)");
    assertDisabled(plugin -> plugin.start((StartContext) null), "start(StartContext)");
    assertDisabled(
        plugin -> plugin.defineOptions((org.hyperledger.besu.plugin.PicoCLIOptions) null),
        "defineOptions(org.hyperledger.besu.plugin.PicoCLIOptions)");
  }

  @Test
  void isDisabledWithOneWarningWhereRegistrationMeetsAnUnknownMember() {
    final PicoCLIOptions options =
        (namespace, object) -> {
          throw new AbstractMethodError("addPicoCLIOptions");
        };
    final FakeBesuServices services = new FakeBesuServices();
    services.offered.set(0, options);
    final String cause = "java.lang.AbstractMethodError: addPicoCLIOptions";
    assertDisabled(plugin -> plugin.register((ServiceManager) services), cause);
    assertDisabled(plugin -> plugin.defineOptions(options), cause);
  }

  @Test
  void passesOnEveryStepOfBesu24Point4To24Point10() {
    final ClientVersionPlugin plugin = new ClientVersionPlugin();
    plugin.register((BesuContext) besu);
    assertThat(log.lines()).isEmpty();
    plugin.beforeExternalServices();
    assertStarted(plugin);
  }

  @Test
  void passesOnEveryStepOfTheAnnouncedLifecycle() {
    final ClientVersionPlugin plugin = new ClientVersionPlugin();
    plugin.defineOptions((PicoCLIOptions) besu);
    plugin.register((ServiceManager) besu);
    assertStarted(plugin);
    plugin.afterMainLoop(null);
  }

  private void assertStarted(final ClientVersionPlugin plugin) {
    assertThat(LoggerFactory.getLogger(ENGINE_LOGGER).isTraceEnabled()).as("observed").isTrue();
    assertThat(besu.rpc.methods()).hasSize(2);
    plugin.start();
    assertThat(besu.metrics.labelNames).hasSize(6);
    plugin.stop();
    assertThat(LoggerFactory.getLogger(ENGINE_LOGGER).isTraceEnabled()).isFalse();
  }

  @Test
  void recordsNoCallersWhereThePluginCannotAccessLog4j() throws Exception {
    run(FakeBesuClassLoader.hiding("org.apache.logging.").newPlugin());

    assertThat(log.warnings())
        .hasSize(2)
        .last()
        .asString()
        .startsWith(
            "WARN Consensus clients are not recorded on this node: java.lang.NoClassDefFoundError:"
                + " org/apache/logging/log4j/");
    assertThat(besu.rpc.callForJson("clientversion_executionClient"))
        .contains("\"mode\":\"OFF\",\"reason\":\"cannot observe: org/apache/logging/log4j/");
  }

  private void run(final BesuPlugin plugin) {
    plugin.register((ServiceManager) besu);
    plugin.beforeExternalServices();
    plugin.start();
    plugin.stop();
  }

  private void assertDisabled(final Consumer<ClientVersionPlugin> call, final String cause) {
    log.clear();
    final ClientVersionPlugin plugin = new ClientVersionPlugin();
    call.accept(plugin);
    call.accept(plugin);
    run(plugin);

    assertThat(log.lines()).containsExactly(DISABLED.formatted(cause));
    assertThat(besu.requested).isEmpty();
  }
}
