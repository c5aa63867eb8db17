package io.besuplugins.clientversion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import io.besuplugins.clientversion.engine.RunningBesu;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import org.apache.logging.log4j.Level;
import org.hyperledger.besu.plugin.BesuContext;
import org.hyperledger.besu.plugin.BesuPlugin;
import org.hyperledger.besu.plugin.ServiceManager;
import org.hyperledger.besu.plugin.services.RpcEndpointService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ClientVersionPluginTest {

  private final LogLines lines = LogLines.of(ClientVersionPlugin.class, Level.DEBUG);
  private final RpcEndpointService rpc = mock(RpcEndpointService.class);
  private final ServiceManager services = mock(ServiceManager.class);
  private final BesuContext olderServices = mock(BesuContext.class);
  private final RunningBesu node = new BesuClasses().withOwnMethod(false).node();
  private final ClientVersionPlugin plugin = new ClientVersionPlugin(node);

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
  void touchesNothingWhenItIsRegistered() {
    plugin.register(services);
    plugin.register(olderServices);

    verifyNoInteractions(services, olderServices, rpc);
    assertThat(lines.soFar()).isEmpty();
  }

  @Test
  void leavesItsNameToBesu() {
    assertThat(Arrays.stream(ClientVersionPlugin.class.getDeclaredMethods()).map(Method::getName))
        .doesNotContain("getName");
  }

  @Test
  void registersTheMethodWithBothKindsOfContext() {
    when(services.getService(RpcEndpointService.class)).thenReturn(Optional.of(rpc));
    when(olderServices.getService(RpcEndpointService.class)).thenReturn(Optional.of(rpc));

    plugin.register(services);
    plugin.beforeExternalServices();
    final ClientVersionPlugin onOlderBesu = new ClientVersionPlugin(node);
    onOlderBesu.register(olderServices);
    onOlderBesu.beforeExternalServices();

    verify(rpc, times(2)).registerRPCEndpoint(eq("engine"), eq("getClientVersionV1"), any());
    assertThat(lines.soFar())
        .hasSize(2)
        .allMatch(line -> line.startsWith("INFO engine_getClientVersionV1 is answered by this"));
  }

  @Test
  void warnsOnceWhenBesuOffersNoRpc() {
    when(services.getService(RpcEndpointService.class)).thenReturn(Optional.empty());

    liveWith(services);

    assertThat(lines.soFar())
        .containsExactly(
            "WARN Besu offers no RpcEndpointService: engine_getClientVersionV1 stays unanswered");
  }

  @Test
  void letsNothingOutOfItsLife() {
    for (final Throwable failure :
        List.of(new IllegalStateException(), new NoSuchMethodError(), new OutOfMemoryError())) {
      doThrow(failure).when(services).getService(any());
      assertThatCode(() -> liveWith(services)).doesNotThrowAnyException();
    }

    assertThat(lines.soFar())
        .hasSize(3)
        .allMatch(line -> line.startsWith("WARN The client version plugin failed to"));
  }

  @Test
  void registersNothingWhereBesuHasItsOwnMethod() {
    when(services.getService(RpcEndpointService.class)).thenReturn(Optional.of(rpc));

    final ClientVersionPlugin onNewerBesu =
        new ClientVersionPlugin(new BesuClasses().withOwnMethod(true).node());
    onNewerBesu.register(services);
    onNewerBesu.beforeExternalServices();

    verifyNoInteractions(rpc);
    assertThat(lines.soFar())
        .singleElement()
        .asString()
        .startsWith("INFO engine_getClientVersionV1 is answered by Besu UNKNOWN (BU, commit 000");
  }

  @Test
  void registersNothingWhereBesuKeepsItsMethodsElsewhere() {
    when(services.getService(RpcEndpointService.class)).thenReturn(Optional.of(rpc));

    final ClientVersionPlugin onUnknownBesu = new ClientVersionPlugin(new BesuClasses().node());
    onUnknownBesu.register(services);
    onUnknownBesu.beforeExternalServices();

    verifyNoInteractions(rpc);
    assertThat(lines.soFar()).singleElement().asString().startsWith("WARN");
  }

  @Test
  void letsNothingOutWhenBesuNeverRegisteredIt() {
    assertThatCode(() -> new ClientVersionPlugin().beforeExternalServices())
        .doesNotThrowAnyException();
  }

  private void liveWith(final ServiceManager services) {
    plugin.register(services);
    plugin.beforeExternalServices();
    plugin.start();
    plugin.stop();
  }
}
