package io.besuplugins.clientversion.identification;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClientVersionTest {

  @Test
  void isWrittenWithTheFourFieldsOfTheSpecificationInOrder() throws JsonProcessingException {
    assertThat(
            new ObjectMapper()
                .writeValueAsString(new ClientVersion("BU", "Besu", "24.8.0", "ac9f8bbd")))
        .isEqualTo(
            "{\"code\":\"BU\",\"name\":\"Besu\",\"version\":\"24.8.0\",\"commit\":\"ac9f8bbd\"}");
  }

  @Test
  void takesAMissingNameFromTheListOfCodes() {
    assertThat(new ClientVersion("GE", "", "", "").name()).isEqualTo("go-ethereum");
    assertThat(new ClientVersion("NB", null, null, null).name()).isEqualTo("nimbus CL");
  }

  @Test
  void keepsTheNameThatTheClientGives() {
    assertThat(new ClientVersion("TK", "teku", "", "").name()).isEqualTo("teku");
    assertThat(new ClientVersion("GE", "beacon-kit", "", "").name()).isEqualTo("beacon-kit");
  }

  @Test
  void hasNoNameWhereNeitherTheClientNorTheListHasOne() {
    assertThat(new ClientVersion("ZZ", "", "", "").name()).isEmpty();
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
  void writesACommitInOneWay(final String said, final String kept) {
    assertThat(new ClientVersion("LH", "Lighthouse", "", said).commit()).isEqualTo(kept);
  }

  @Test
  void isTheSameClientWhicheverWayTheCommitIsWritten() {
    assertThat(new ClientVersion("LS", "Lodestar", "v1.24.0", "0xE3D733B7"))
        .isEqualTo(new ClientVersion("LS", "Lodestar", "v1.24.0", "e3d733b7"));
  }

  @ParameterizedTest
  @ValueSource(ints = {62, 63, 64})
  void keepsAllDigitsOfACommitWithAndWithoutAPrefix(final int digits) {
    final ClientVersion client = new ClientVersion("LS", "", "", "e".repeat(digits));

    assertThat(client.commit()).hasSize(digits);
    assertThat(new ClientVersion("LS", "", "", "0x" + "E".repeat(digits))).isEqualTo(client);
  }

  @Test
  void boundsEachPart() {
    final String long_ = "g".repeat(10_000);

    final ClientVersion client = new ClientVersion(long_, long_, long_, long_);

    assertThat(client.code()).hasSize(16);
    assertThat(client.name()).hasSize(64);
    assertThat(client.version()).hasSize(64);
    assertThat(client.commit()).hasSize(64);
  }

  @Test
  void isPrintableInEachPart() {
    final String forged = "\n2026\u202E";

    assertThat(new ClientVersion(forged, forged, forged, forged).toString())
        .doesNotContain("\n", "\u202E");
  }

  @Test
  void saysNothingWhenAllPartsAreEmpty() {
    assertThat(new ClientVersion(null, "", " ", "0x").saysNothing()).isTrue();
    assertThat(new ClientVersion("LH", "", "", "").saysNothing()).isFalse();
    assertThat(new ClientVersion("ZZ", "", "", "").saysNothing()).isFalse();
    assertThat(new ClientVersion("", "x", "", "").saysNothing()).isFalse();
    assertThat(new ClientVersion("", "", "1", "").saysNothing()).isFalse();
    assertThat(new ClientVersion("", "", "", "0dd215c2").saysNothing()).isFalse();
  }

  @Test
  void sharesACodeOnlyWhenThereIsOne() {
    final ClientVersion lighthouse = new ClientVersion("LH", "Lighthouse", "v5.3.0", "");

    assertThat(lighthouse.hasCodeOf(new ClientVersion("LH", "", "v8.1.3", ""))).isTrue();
    assertThat(lighthouse.hasCodeOf(new ClientVersion("TK", "", "v5.3.0", ""))).isFalse();
    assertThat(new ClientVersion("", "a", "", "").hasCodeOf(new ClientVersion("", "b", "", "")))
        .isFalse();
  }
}
