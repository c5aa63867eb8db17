// SPDX-License-Identifier: Apache-2.0
package io.besuplugins.clientversion.devnet.client;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** A parser that accepts too much would hide a wrong answer of the plugin. */
class ClientResponseParserTest {

  private static final String RESULT =
      "[{\"code\":\"BU\",\"name\":\"Besu\",\"version\":\"24.8.0\",\"commit\":\"ac9f8bbd\"}]";

  @ParameterizedTest
  @EnumSource
  void rejectsBareObject(final ClientResponseParser client) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> client.parse(json(RESULT.substring(1, RESULT.length() - 1))))
        .withMessageStartingWith("not an array");
  }

  @ParameterizedTest(name = "{0}: {2} instead of {1}")
  @CsvSource(
      quoteCharacter = '~',
      delimiter = '|',
      value = {
        "LIGHTHOUSE | \"BU\"       | \"BESU\"    | code is not two bytes",
        "LIGHTHOUSE | \"24.8.0\"   | null        | version is not a string",
        "LIGHTHOUSE | \"ac9f8bbd\" | \"unknown\" | commit is not four bytes",
        "LIGHTHOUSE | }]           | },{\"code\":\"NM\",\"version\":\"1\",\"commit\":\"00000000\"}] |"
            + " not one entry",
        "TEKU       | \"Besu\"     | null        | name is not a string",
        "TEKU       | \"ac9f8bbd\" | null        | commit is not a string",
        "TEKU       | ac9f8bbd     | ac9f8bbdac  | commit is not four bytes",
        "PRYSM      | \"ac9f8bbd\" | 7           | commit is not a string",
        "GRANDINE   | \"ac9f8bbd\" | \"unknown\" | commit is not four bytes",
        "NIMBUS     | \"ac9f8bbd\" | \"ac9f8bb\" | commit has fewer than four bytes",
        "BEACON_KIT | \"24.8.0\"   | 24          | version is not a string"
      })
  void rejectsWhatTheClientRejects(
      final ClientResponseParser client,
      final String part,
      final String replacement,
      final String reason) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> client.parse(json(RESULT.replace(part, replacement))))
        .withMessageStartingWith(reason);
  }

  private static JsonNode json(final String text) {
    try {
      return new ObjectMapper().readTree(text);
    } catch (final JsonProcessingException notJson) {
      throw new IllegalArgumentException(notJson);
    }
  }
}
