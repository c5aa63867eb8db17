package io.besuplugins.clientversion.devnet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Each client's rules refuse what that client refuses, and take what it takes. */
class AnswerReaderTest {

  private static final String ANSWER =
      "[{\"code\":\"BU\",\"name\":\"Besu\",\"version\":\"24.8.0\",\"commit\":\"ac9f8bbd\"}]";

  @ParameterizedTest
  @EnumSource
  void wantsAnArray(final AnswerReader client) {
    for (final String other :
        new String[] {ANSWER.substring(1, ANSWER.length() - 1), "\"Besu\"", "null"}) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> client.read(json(other)))
          .withMessageStartingWith("not an array");
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"TEKU", "PRYSM", "LODESTAR", "CAPLIN", "BEACON_KIT"})
  void wantsAnEntry(final AnswerReader client) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> client.read(json("[]")))
        .withMessageStartingWith("no entry");
  }

  @ParameterizedTest(name = "{0}: {2} for {1}")
  @CsvSource(
      quoteCharacter = '~',
      delimiter = '|',
      value = {
        "LIGHTHOUSE | \"BU\"       | \"BESU\"     | code is not two bytes",
        "LIGHTHOUSE | \"BU\"       | null         | code is no text",
        "LIGHTHOUSE | \"24.8.0\"   | null         | version is no text",
        "LIGHTHOUSE | \"ac9f8bbd\" | null         | commit is no text",
        "LIGHTHOUSE | \"ac9f8bbd\" | \"unknown\"  | commit is not four bytes",
        "LIGHTHOUSE | \"ac9f8bbd\" | \"\"         | commit is not four bytes",
        "LIGHTHOUSE | \"ac9f8bbd\" | \"ac9f8bb\"  | commit is not four bytes",
        "LIGHTHOUSE | ac9f8bbd     | ac9f8bbdac9f8bbdac9f8bbdac9f8bbdac9f8bbd | commit is not four",
        "LIGHTHOUSE | }]           | },{\"code\":\"NM\",\"version\":\"1\",\"commit\":\"00000000\"}] |"
            + " not one entry",
        "TEKU       | \"BU\"       | null         | code is no text",
        "TEKU       | \"Besu\"     | null         | name is no text",
        "TEKU       | \"24.8.0\"   | null         | version is no text",
        "TEKU       | \"ac9f8bbd\" | null         | commit is no text",
        "TEKU       | \"commit\"   | \"hash\"     | commit is no text",
        "TEKU       | \"ac9f8bbd\" | \"unknown\"  | commit is not four bytes",
        "TEKU       | \"ac9f8bbd\" | \"xxxxxxxx\" | commit is not four bytes",
        "TEKU       | \"ac9f8bbd\" | \"ac9f8b\"   | commit is not four bytes",
        "TEKU       | \"ac9f8bbd\" | \"ac9f8bb\"  | commit is not four bytes",
        "TEKU       | ac9f8bbd     | ac9f8bbdac   | commit is not four bytes",
        "PRYSM      | \"ac9f8bbd\" | 7            | commit is no text",
        "LODESTAR   | \"ac9f8bbd\" | null         | commit is no text",
        "LODESTAR   | \"ac9f8bbd\" | 7            | commit is no text",
        "LODESTAR   | \"commit\"   | \"hash\"     | commit is no text",
        "GRANDINE   | \"name\"     | \"client\"   | name is no text",
        "GRANDINE   | \"ac9f8bbd\" | \"unknown\"  | commit is not four bytes",
        "GRANDINE   | ac9f8bbd     | ac9f8bbdac9f8bbdac9f8bbdac9f8bbdac9f8bbd | commit is not four",
        "GRANDINE   | }]           | },{\"code\":\"NM\",\"name\":\"\",\"version\":\"\",\"commit\":\"00000000\"}] |"
            + " not one entry",
        "NIMBUS     | \"ac9f8bbd\" | \"unknown\"  | commit is less than four bytes",
        "NIMBUS     | \"ac9f8bbd\" | \"ac9f8bb\"  | commit is less than four bytes",
        "BEACON_KIT | \"24.8.0\"   | 24           | version is no text"
      })
  void refuses(
      final AnswerReader client, final String part, final String other, final String reason) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> client.read(answerWith(part, other)))
        .withMessageStartingWith(reason);
  }

  @ParameterizedTest(name = "{0}: {2} for {1}")
  @CsvSource(
      quoteCharacter = '~',
      delimiter = '|',
      value = {
        "LIGHTHOUSE | \"name\"   | \"clientName\" | ~cached: BU  24.8.0 ac9f8bbd, graffiti BUac9f~",
        "LIGHTHOUSE | \"BU\"     | \"QQ\"       | cached: QQ Besu 24.8.0 ac9f8bbd, graffiti QQac9f",
        "LIGHTHOUSE | ac9f8bbd   | 0xac9f8bbd   | cached: BU Besu 24.8.0 ac9f8bbd, graffiti BUac9f",
        "TEKU       | ac9f8bbd   | 0XAC9F8BBD   | log: Execution Client version: Besu 24.8.0,"
            + " graffiti BUac9f",
        "PRYSM      | ac9f8bbd   | unknown      | /eth/v2/node/version: BU Besu 24.8.0 unknown,"
            + " graffiti BUunkn",
        "PRYSM      | ac9f8bbd   | 0xac9f8bbd   | /eth/v2/node/version: BU Besu 24.8.0 0xac9f8bbd,"
            + " graffiti BUac9f",
        "LODESTAR   | ac9f8bbd   | unknown      | cached: BU Besu 24.8.0 unknown, graffiti BUunkn",
        "LODESTAR   | \"BU\"     | \"QQ\"       | cached: XX Besu 24.8.0 ac9f8bbd, graffiti XXac9f",
        "LODESTAR   | }]         | },{\"code\":\"NM\",\"commit\":\"\"}] |"
            + " cached: BU Besu 24.8.0 ac9f8bbd, graffiti BUac9f",
        "GRANDINE   | \"BU\"     | \"runner\"   | log: updated client version: runner Besu 24.8.0"
            + " ac9f8bbd, graffiti runnerac9f",
        "CAPLIN     | ac9f8bbd   | 0xac         | graffiti BUac00",
        "CAPLIN     | \"ac9f8bbd\" | \"\"       | graffiti BU0000",
        "CAPLIN     | \"BU\"     | \"BESU\"     | graffiti BEac9f",
        "NIMBUS     | ac9f8bbd   | 0xac9f8bbdac | read: BU Besu 24.8.0 ac9f8bbd",
        "BEACON_KIT | ac9f8bbd   | unknown      | gauge: eth_name=\"Besu\" eth_version=\"24.8.0\""
      })
  void takes(
      final AnswerReader client, final String part, final String other, final String outcome) {
    assertThat(client.read(answerWith(part, other))).isEqualTo(outcome);
  }

  private static JsonNode answerWith(final String part, final String other) {
    assertThat(ANSWER).contains(part);
    return json(ANSWER.replace(part, other));
  }

  private static JsonNode json(final String text) {
    try {
      return new ObjectMapper().readTree(text);
    } catch (final JsonProcessingException notJson) {
      throw new IllegalArgumentException(notJson);
    }
  }
}
