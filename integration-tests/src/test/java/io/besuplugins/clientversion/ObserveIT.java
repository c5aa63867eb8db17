package io.besuplugins.clientversion;

import static org.assertj.core.api.Assertions.assertThat;

import io.besuplugins.clientversion.devnet.Caller;
import io.besuplugins.clientversion.devnet.JsonRpc;
import io.besuplugins.clientversion.devnet.Node;
import io.besuplugins.clientversion.devnet.Reply;
import io.besuplugins.clientversion.devnet.Secret;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A node that answers by itself: the answer stays Besu's, and the plugin hears who asks. */
@ParameterizedClass(name = "{0}")
@MethodSource("io.besuplugins.clientversion.Nodes#thatAnswerByThemselves")
class ObserveIT {

  private static final String METHOD = "engine_getClientVersionV1";

  @Parameter Node node;

  @Test
  void leavesTheAnswerAsBesuGivesIt() {
    final String besu =
        "{\"code\":\"BU\",\"name\":\"Besu\",\"version\":\"%s\",\"commit\":\"%s\"}"
            .formatted(node.distribution().release(), node.distribution().commit());

    assertThat(Caller.LIGHTHOUSE.asks(node))
        .isEqualTo(
            new Reply(
                200,
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":%s}"
                    .formatted(node.distribution().isSince("24.10.0") ? "[" + besu + "]" : besu)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"[\"junk\"]", "[7]", "[{\"code\":7}]", "[[]]", "[]", "[null]"})
  void leavesNoLineWhereTheCallerSaysNothingOfSense(final String params) {
    final List<String> before = node.log().saidByPlugin();

    assertThat(node.asked(params).json().has("result")).isTrue();
    assertThat(node.log().saidByPlugin()).isEqualTo(before);
  }

  @Test
  void hearsEachCallOfABatch() {
    final String one = JsonRpc.request(METHOD, "[{\"code\":\"LH\",\"version\":\"batch-1\"}]");
    final String two = JsonRpc.request(METHOD, "[{\"code\":\"LH\",\"version\":\"batch-2\"}]");
    node.engine().post("[" + one + "," + two + "]");

    assertThat(node.log().saidByPlugin())
        .anyMatch(line -> line.contains("to lighthouse batch-2"))
        .anyMatch(line -> line.contains("lighthouse batch-1"));
  }

  @Test
  void doesNotHearACallerThatIsNotServed() {
    final String intruder = "[{\"code\":\"ZZ\",\"name\":\"intruder\"}]";

    JsonRpc.without(node.enginePort()).call(METHOD, intruder);
    JsonRpc.with(node.enginePort(), () -> Secret.random().token(Instant.now()))
        .call(METHOD, intruder);
    JsonRpc.with(node.enginePort(), () -> node.secret().token(Instant.now().minusSeconds(70)))
        .call(METHOD, intruder);
    node.http().call(METHOD, intruder);
    Caller.GRANDINE.asks(node);

    assertThat(node.log().saidByPlugin())
        .noneMatch(line -> line.contains("intruder"))
        .anyMatch(line -> line.contains("Grandine"));
  }

  @Test
  void doesNotHearOtherEngineMethods() {
    final List<String> before = node.log().saidByPlugin();

    node.engine().call("engine_exchangeCapabilities", "[[\"engine_getClientVersionV1\"]]");

    assertThat(node.log().saidByPlugin()).isEqualTo(before);
  }
}
