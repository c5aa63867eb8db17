package io.besuplugins.clientversion.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.besuplugins.clientversion.consensus.CallCount;
import io.besuplugins.clientversion.consensus.ConsensusClientNews;
import io.besuplugins.clientversion.consensus.ConsensusClients;
import io.besuplugins.clientversion.identification.ClientVersion;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.hyperledger.besu.plugin.services.exception.PluginRpcEndpointException;
import org.hyperledger.besu.plugin.services.rpc.PluginRpcRequest;
import org.hyperledger.besu.plugin.services.rpc.RpcMethodError;
import org.junit.jupiter.api.Test;

class GetClientVersionTest {

  private static final ClientVersion BESU = new ClientVersion("BU", "Besu", "24.8.0", "ac9f8bbd");

  private final ConsensusClientNews news = mock(ConsensusClientNews.class);
  private final CallCount count = mock(CallCount.class);
  private final ConsensusClients clients =
      new ConsensusClients(InstantSource.system(), count, news);
  private final List<Throwable> failures = new ArrayList<>();
  private final GetClientVersion method =
      new GetClientVersion(BESU, new CallerNotes(clients, failures::add));

  @Test
  void answersWithOneElementArray() throws Exception {
    assertThat(new ObjectMapper().writeValueAsString(method.apply(call())))
        .isEqualTo(
            "[{\"code\":\"BU\",\"name\":\"Besu\",\"version\":\"24.8.0\",\"commit\":\"ac9f8bbd\"}]");
  }

  @Test
  void givesEveryCallerTheSameAnswer() {
    assertThat(method.apply(call(Map.of("code", "LH"))))
        .isSameAs(method.apply(call(Map.of("code", "BU", "version", "1"))))
        .isSameAs(method.apply(() -> null));
  }

  @Test
  void notesTheCaller() {
    method.apply(call(Map.of("code", "LH", "version", "v5.3.0")));

    verify(news).firstSeen(new ClientVersion("LH", "", "v5.3.0", ""));
    assertThat(clients.latestFirst()).hasSize(1);
  }

  @Test
  void notesACallerThatSaysNothing() {
    method.apply(() -> null);

    verify(news).calledAnonymously();
  }

  @Test
  void refusesWhatCannotBeAClientVersion() {
    final RpcMethodError error =
        catchThrowableOfType(PluginRpcEndpointException.class, () -> method.apply(call("LH")))
            .getRpcMethodError();
    assertThat(error.getCode()).isEqualTo(-32602);
    assertThat(error.getMessage())
        .isEqualTo("Invalid params: params[0] must be a ClientVersionV1 object, not a string");

    verify(news).refused("params[0] must be a ClientVersionV1 object, not a string");
    verify(count).refused();
    assertThat(failures).isEmpty();
  }

  @Test
  void answersACallerThatCouldNotBeNoted() {
    final IllegalStateException failure = new IllegalStateException("log is full");
    doThrow(failure).when(news).firstSeen(any());

    assertThat(method.apply(call(Map.of("code", "LH")))).containsExactly(BESU);
    assertThat(failures).containsExactly(failure);
  }

  @Test
  void answersWhateverGoesWrongWithTheRequest() {
    final StackOverflowError failure = new StackOverflowError();

    assertThat(
            method.apply(
                () -> {
                  throw failure;
                }))
        .containsExactly(BESU);
    assertThat(failures).containsExactly(failure);
  }

  @Test
  void refusesEvenWhenTheRefusalCannotBeTold() {
    doThrow(new IllegalStateException("log is full")).when(news).refused(any());

    assertThatThrownBy(() -> method.apply(call(7))).isInstanceOf(PluginRpcEndpointException.class);
  }

  private static PluginRpcRequest call(final Object... params) {
    return () -> params;
  }
}
