// SPDX-License-Identifier: Apache-2.0
package io.besuplugins.clientversion.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClientVersionParserTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[{'code':'LH','name':'Lighthouse','version':'v5.3.0','commit':'0dd215c2'}]",
        "[{'commit':'0dd215c2','x':{'y':[1]},'version':'v5.3.0','name':'Lighthouse','code':'LH'}]",
        "[{'code':'LH','name':'Lighthouse','version':'v5.3.0','commit':'0dd215c2'},7,'x']"
      })
  void parsesFieldsInAnyOrderAndIgnoresUnknownFieldsAndEntries(final String json) throws Exception {
    assertThat(ClientVersionParser.parse(params(json)))
        .contains(new ClientVersion("LH", "Lighthouse", "v5.3.0", "0dd215c2"));
  }

  @Test
  void treatsMissingAndNullFieldsAsEmpty() throws Exception {
    assertThat(ClientVersionParser.parse(params("[{'code':'LS','name':null,'version':''}]")))
        .contains(new ClientVersion("LS", "", "", ""));
  }

  @ParameterizedTest
  @ValueSource(strings = {"null", "[]", "[null]", "[null,7]", "[{}]", "[{'code':null,'name':''}]"})
  void isEmptyIfTheCallerDoesNotIdentifyItself(final String json) throws Exception {
    assertThat(ClientVersionParser.parse(params(json))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      delimiter = '|',
      value = {
        "['LH']   | params[0] must be a ClientVersionV1 object, not a string",
        "[42]     | params[0] must be a ClientVersionV1 object, not a number",
        "[4.2]    | params[0] must be a ClientVersionV1 object, not a number",
        "[true]   | params[0] must be a ClientVersionV1 object, not a boolean",
        "[['LH']] | params[0] must be a ClientVersionV1 object, not an array",
        "[{'code':7}]                   | params[0].code must be a string, not a number",
        "[{'code':'LH','name':false}]   | params[0].name must be a string, not a boolean",
        "[{'code':'LH','version':[1]}]  | params[0].version must be a string, not an array",
        "[{'code':'LH','commit':{}}]    | params[0].commit must be a string, not an object",
        "[{'commit':12345678901234567890}] | params[0].commit must be a string, not a number"
      })
  void rejectsWhatCannotBeAClientVersion(final String json, final String message) {
    assertThatThrownBy(() -> ClientVersionParser.parse(params(json)))
        .isInstanceOf(InvalidClientVersionException.class)
        .hasMessage(message);
  }

  /** As Besu passes them: parsed by Jackson, null if the request has none. */
  private static Object[] params(final String json) throws JsonProcessingException {
    return new ObjectMapper().readValue(json.replace('\'', '"'), Object[].class);
  }
}
