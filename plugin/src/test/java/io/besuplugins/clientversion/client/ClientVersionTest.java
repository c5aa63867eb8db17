// SPDX-License-Identifier: Apache-2.0
package io.besuplugins.clientversion.client;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClientVersionTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "BU besu", "CN caplin", "EG erigon", "EJ ethereumJS",
        "EX ethrex", "GE go-ethereum", "GR grandine", "LH lighthouse",
        "LS lodestar", "NB nimbus CL", "NE nimbus EL", "NM nethermind",
        "PM prysm", "RH reth", "TE trin-execution", "TK teku",
        "XX ", "lh "
      })
  void takesAMissingNameFromTheSpecificationsListOfCodes(final String codeAndName) {
    final String code = codeAndName.substring(0, 2);
    final String name = codeAndName.substring(3);
    assertThat(new ClientVersion(code, null, "", "").name()).isEqualTo(name);
    assertThat(new ClientVersion(code, "beacon-kit", "", "").name()).isEqualTo("beacon-kit");
    assertThat(ClientCodes.nameOf(code).isPresent()).isEqualTo(!name.isEmpty());
  }

  @ParameterizedTest
  @CsvSource({
    "0dd215c2, 0dd215c2",
    "0x87fa8ca7, 87fa8ca7",
    "0X87FA8CA7, 87fa8ca7",
    "1531b19, 1531b19",
    "0x, ''",
    "'', ''",
    "Local bu, Local bu",
    "{STABLE_, {STABLE_",
    "0xnothex, 0xnothex"
  })
  void normalizesTheCommit(final String sent, final String kept) {
    assertThat(new ClientVersion("LH", "Lighthouse", "", sent).commit()).isEqualTo(kept);
  }

  @ParameterizedTest
  @ValueSource(ints = {62, 63, 64})
  void keepsAllDigitsOfACommitWithAndWithoutPrefix(final int digits) {
    final ClientVersion client = new ClientVersion("LS", "", "", "e".repeat(digits));
    assertThat(client.commit()).hasSize(digits);
    assertThat(new ClientVersion("LS", "", "", "0x" + "E".repeat(digits))).isEqualTo(client);
  }

  @ParameterizedTest
  @ValueSource(ints = {65, 66, 67})
  void keepsTheBeginningOfWhatIsTooLongForACommitAsItWasSent(final int digits) {
    assertThat(new ClientVersion("LS", "", "", "E".repeat(digits)).commit())
        .isEqualTo("E".repeat(61) + "...");
  }

  @Test
  void boundsAndSanitizesEachComponent() {
    final String text = "\n\u202E" + "g".repeat(10_000);
    final ClientVersion client = new ClientVersion(text, text, text, text);

    assertThat(client.toString()).contains("<U+202E>").doesNotContain("\n", "\u202E");
    assertThat(client.code()).hasSize(16);
    assertThat(client.name()).hasSize(64);
    assertThat(client.version()).hasSize(128);
    assertThat(client.commit()).hasSize(64);
  }

  @Test
  void keepsAVersionOf128CharactersWholeAndTruncatesALongerOne() {
    final String version = "ethlambda/v0.1.0-".repeat(7) + "main-abcd";
    assertThat(version).hasSize(128);
    assertThat(new ClientVersion("", "", version, "").version()).isEqualTo(version);
    assertThat(new ClientVersion("", "", version + "1", "").version())
        .isEqualTo(version.substring(0, 125) + "...");
  }

  @Test
  void isEmptyIfAllComponentsAreEmpty() {
    assertThat(new ClientVersion(null, "", " ", "0x").isEmpty()).isTrue();
    assertThat(new ClientVersion("LH", "", "", "").isEmpty()).isFalse();
    assertThat(new ClientVersion("ZZ", "", "", "").isEmpty()).isFalse();
    assertThat(new ClientVersion("", "x", "", "").isEmpty()).isFalse();
    assertThat(new ClientVersion("", "", "1", "").isEmpty()).isFalse();
    assertThat(new ClientVersion("", "", "", "0dd215c2").isEmpty()).isFalse();
  }
}
