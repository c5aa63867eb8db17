// SPDX-License-Identifier: Apache-2.0
package io.besuplugins.clientversion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.function.Consumer;
import org.apache.logging.log4j.Level;
import org.hyperledger.besu.plugin.BesuContext;
import org.hyperledger.besu.plugin.BesuPlugin;
import org.hyperledger.besu.plugin.RegistrationContext;
import org.hyperledger.besu.plugin.ServiceManager;
import org.hyperledger.besu.plugin.StartContext;
import org.hyperledger.besu.plugin.services.MetricsSystem;
import org.hyperledger.besu.plugin.services.PicoCLIOptions;
import org.hyperledger.besu.plugin.services.RpcEndpointService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The entry class, on releases whose plugin API it knows and on others. */
class ClientVersionPluginTest {

  private static final String API = "org.hyperledger.besu.plugin.";
  private static final String DISABLED =
      "WARN The client version plugin (version unknown) does nothing on this node, because it does"
          + " not know this Besu's plugin API (%s). A newer version of the plugin may support it";

  private final LogCaptor log = LogCaptor.of(ClientVersionPlugin.class, Level.INFO);
  private final RecordingRpcEndpointService rpc = new RecordingRpcEndpointService();
  private final RecordingMetricsSystem metrics = new RecordingMetricsSystem(true);
  private final PicoCLIOptions options = mock(PicoCLIOptions.class);
  private final ServiceManager services = mock(ServiceManager.class);
  private final BesuContext context = mock(BesuContext.class);

  @BeforeEach
  void offerServices() {
    for (final ServiceManager each : List.of(services, context)) {
      when(each.getService(RpcEndpointService.class)).thenReturn(Optional.of(rpc));
      when(each.getService(MetricsSystem.class)).thenReturn(Optional.of(metrics));
      when(each.getService(PicoCLIOptions.class)).thenReturn(Optional.of(options));
    }
  }

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
    final BesuPlugin plugin =
        (BesuPlugin)
            FakeBesuClassLoader.hiding(
                    API + "BesuContext",
                    API + "RegistrationContext",
                    API + "StartContext",
                    API + "RunningContext",
                    API + "PicoCLIOptions")
                .newPlugin();
    run(plugin);

    assertThat(rpc.methods()).hasSize(2);
    assertThat(metrics.labelNames).hasSize(6);
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
    final BesuPlugin plugin = (BesuPlugin) FakeBesuClassLoader.hiding(hidden).newPlugin();
    run(plugin);
    run(plugin);

    assertThat(log.lines()).singleElement().asString().startsWith(DISABLED.substring(0, 80));
    assertThat(metrics.labelNames).isEmpty();
  }

  @Test
  void throwsNothingWhereItCannotEvenLog() throws Exception {
    run((BesuPlugin) FakeBesuClassLoader.hiding("org.slf4j.").newPlugin());

    assertThat(log.lines()).isEmpty();
    verifyNoInteractions(services);
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
    final ServiceManager unknown = mock(ServiceManager.class);
    when(unknown.getService(any())).thenThrow(new NoSuchMethodError("getService"));
    assertDisabled(plugin -> plugin.register(unknown), "java.lang.NoSuchMethodError: getService");

    final PicoCLIOptions incompatible =
        (namespace, object) -> {
          throw new AbstractMethodError("addPicoCLIOptions");
        };
    assertDisabled(
        plugin -> plugin.defineOptions(incompatible),
        "java.lang.AbstractMethodError: addPicoCLIOptions");
  }

  @Test
  void passesOnEveryStepOfBesu24Point4To24Point10() {
    final ClientVersionPlugin plugin = new ClientVersionPlugin();
    plugin.register(context);
    assertThat(rpc.methods()).hasSize(2);
    plugin.beforeExternalServices();
    assertThat(log.lines()).last().asString().contains(" is observed by this plugin ");
    plugin.start();
    assertThat(metrics.labelNames).hasSize(6);
    plugin.stop();
  }

  @Test
  void passesOnEveryStepOfTheAnnouncedLifecycle() {
    final ClientVersionPlugin plugin = new ClientVersionPlugin();
    plugin.defineOptions(options);
    plugin.register(services);
    assertThat(log.lines()).last().asString().contains(" is observed by this plugin ");
    plugin.start();
    plugin.afterMainLoop(null);
    assertThat(metrics.labelNames).hasSize(6);
    plugin.stop();
  }

  @Test
  void recordsNoCallersWhereThePluginCannotAccessLog4j() throws Exception {
    run((BesuPlugin) FakeBesuClassLoader.hiding("org.apache.logging.").newPlugin());

    assertThat(log.warnings())
        .hasSize(2)
        .last()
        .asString()
        .startsWith(
            "WARN Consensus clients are not recorded on this node: java.lang.NoClassDefFoundError:"
                + " org/apache/logging/log4j/");
    assertThat(rpc.callForJson("clientversion_executionClient"))
        .contains("\"mode\":\"OFF\",\"reason\":\"cannot observe: org/apache/logging/log4j/");
  }

  @Test
  void recordsNoCallersWhereBesuLogsThroughAnotherBackend() throws Exception {
    run((BesuPlugin) FakeBesuClassLoader.hiding().withoutLoggingBackend().newPlugin());

    assertThat(rpc.callForJson("clientversion_executionClient"))
        .contains(
            "\"mode\":\"OFF\",\"reason\":\"cannot observe: Besu logs through"
                + " org.slf4j.helpers.NOPLoggerFactory, not through log4j-core\"");
  }

  private void run(final BesuPlugin plugin) {
    plugin.register(services);
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
    verifyNoInteractions(services);
  }
}
