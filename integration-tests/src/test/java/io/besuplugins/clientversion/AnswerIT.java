package io.besuplugins.clientversion;

import static org.assertj.core.api.Assertions.assertThat;

import io.besuplugins.clientversion.devnet.Caller;
import io.besuplugins.clientversion.devnet.JsonRpc;
import io.besuplugins.clientversion.devnet.Node;
import io.besuplugins.clientversion.devnet.Reply;
import io.besuplugins.clientversion.devnet.Secret;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a node says when it is asked who it is, over HTTP with a token as consensus clients ask. */
@ParameterizedClass(name = "{0}")
@MethodSource("io.besuplugins.clientversion.Nodes#thatLeaveTheAnswerToThePlugin")
class AnswerIT {

  private static final String METHOD = "engine_getClientVersionV1";

  @Parameter Node node;

  @Test
  void answersWithAnArrayOfOneObject() {
    assertThat(Caller.LIGHTHOUSE.asks(node)).isEqualTo(answer());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[]",
        "null",
        "[null]",
        "[{}]",
        "[{\"code\":null}]",
        "[{\"code\":\"LH\",\"unknown\":{}},\"more\",7]"
      })
  void answersTheSameWhateverTheCallerLeavesOutOrAdds(final String params) {
    assertThat(node.asked(params)).isEqualTo(answer());
  }

  @Test
  void answersACallWithoutParams() {
    assertThat(node.engine().post("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"" + METHOD + "\"}"))
        .isEqualTo(answer());
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '~',
      delimiter = '|',
      value = {
        "[\"LH\"] | params[0] must be a ClientVersionV1 object, not a string",
        "[1]      | params[0] must be a ClientVersionV1 object, not a number",
        "[true]   | params[0] must be a ClientVersionV1 object, not a boolean",
        "[[]]     | params[0] must be a ClientVersionV1 object, not an array",
        "[{\"code\":1}]        | params[0].code must be a string, not a number",
        "[{\"name\":true}]     | params[0].name must be a string, not a boolean",
        "[{\"version\":[]}]    | params[0].version must be a string, not an array",
        "[{\"commit\":{}}]     | params[0].commit must be a string, not an object"
      })
  void refusesWhatCannotBeAClientVersion(final String params, final String reason) {
    assertThat(node.asked(params))
        .isEqualTo(
            new Reply(
                200,
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"error\":{\"code\":-32602,\"message\":\"Invalid"
                    + " params: "
                    + reason
                    + "\"}}"));
  }

  @Test
  void leavesParamsThatAreAnObjectToBesu() {
    final Reply reply = node.asked("{\"code\":\"LH\"}");

    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.json().at("/error/code").asInt()).isEqualTo(-32600);
  }

  @Test
  void letsNobodyInWithoutAToken() {
    assertThat(JsonRpc.without(node.enginePort()).call(METHOD, Caller.LIGHTHOUSE.params()))
        .isEqualTo(
            new Reply(
                401,
                "{\"jsonrpc\":\"2.0\",\"id\":null,\"error\":{\"code\":-40100,\"message\":\"Unauthorized\"}}"));
  }

  @Test
  void letsNobodyInWithAnotherSecret() {
    assertThat(
            JsonRpc.with(node.enginePort(), () -> Secret.random().token(Instant.now()))
                .call(METHOD, Caller.LIGHTHOUSE.params()))
        .isEqualTo(unauthorized());
  }

  @ParameterizedTest
  @ValueSource(ints = {-61, 62})
  void letsNobodyInWhoseTokenIsMoreThanAMinuteOff(final int seconds) {
    assertThat(callWithTokenIssuedAt(Instant.now().plusSeconds(seconds))).isEqualTo(unauthorized());
  }

  @ParameterizedTest
  @ValueSource(ints = {-58, 60})
  void letsInWhoseTokenIsAlmostAMinuteOff(final int seconds) {
    assertThat(callWithTokenIssuedAt(Instant.now().plusSeconds(seconds))).isEqualTo(answer());
  }

  @Test
  void doesNotNoteACallerThatIsNotLetIn() {
    final String intruder = "[{\"code\":\"ZZ\",\"name\":\"intruder\"}]";

    JsonRpc.without(node.enginePort()).call(METHOD, intruder);
    JsonRpc.with(node.enginePort(), () -> Secret.random().token(Instant.now()))
        .call(METHOD, intruder);
    Caller.GRANDINE.asks(node);

    assertThat(node.log().saidByPlugin())
        .noneMatch(line -> line.contains("intruder"))
        .anyMatch(line -> line.contains("Grandine"));
  }

  @Test
  void knowsNoOtherVersionOfTheMethod() {
    assertThat(
            node.engine().call("engine_getClientVersionV2", "[]").json().at("/error/code").asInt())
        .isEqualTo(-32601);
  }

  @Test
  void refusesWhatIsNotJson() {
    final Reply reply = node.engine().post("{\"jsonrpc\":");

    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.json().at("/error/code").asInt()).isEqualTo(-32700);
  }

  @Test
  void answersEachCallOfABatch() {
    final String call = JsonRpc.request(METHOD, Caller.LIGHTHOUSE.params());
    final String bad = JsonRpc.request(METHOD, "[7]");

    final Reply reply = node.engine().post("[" + call + "," + bad + "," + call + "]");

    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.json()).hasSize(3).first().hasToString(answer().body());
    assertThat(reply.json().at("/1/error/code").asInt()).isEqualTo(-32602);
    assertThat(reply.json().get(2)).hasToString(answer().body());
  }

  @Test
  void answersNothingToANotification() {
    assertThat(
            node.engine().post("{\"jsonrpc\":\"2.0\",\"method\":\"" + METHOD + "\",\"params\":[]}"))
        .isEqualTo(new Reply(200, ""));
  }

  @Test
  void answersNothingToGet() {
    assertThat(node.engine().get()).isEqualTo(new Reply(201, ""));
  }

  @Test
  void isNotServedOnPlainHttp() {
    assertThat(
            node.http().call(METHOD, Caller.LIGHTHOUSE.params()).json().at("/error/code").asInt())
        .isIn(-32601, -32604);
  }

  private Reply callWithTokenIssuedAt(final Instant time) {
    return JsonRpc.with(node.enginePort(), () -> node.secret().token(time))
        .call(METHOD, Caller.LIGHTHOUSE.params());
  }

  private Reply answer() {
    return new Reply(
        200,
        "{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":[{\"code\":\"BU\",\"name\":\"Besu\",\"version\":\"%s\",\"commit\":\"%s\"}]}"
            .formatted(node.distribution().release(), node.distribution().commit()));
  }

  private static Reply unauthorized() {
    return new Reply(
        401,
        "{\"jsonrpc\":\"2.0\",\"id\":1,\"error\":{\"code\":-40100,\"message\":\"Unauthorized\"}}");
  }
}
