// SPDX-License-Identifier: Apache-2.0
package io.besuplugins.clientversion.identification;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClientCodesTest {

  @ParameterizedTest
  @CsvSource({
    "BU, besu",
    "CN, caplin",
    "EG, erigon",
    "EJ, ethereumJS",
    "EX, ethrex",
    "GE, go-ethereum",
    "GR, grandine",
    "LH, lighthouse",
    "LS, lodestar",
    "NB, nimbus CL",
    "NE, nimbus EL",
    "NM, nethermind",
    "PM, prysm",
    "RH, reth",
    "TE, trin-execution",
    "TK, teku"
  })
  void knowsTheCodesOfTheSpecification(final String code, final String name) {
    assertThat(ClientCodes.nameOf(code)).contains(name);
  }

  @Test
  void knowsNoOtherCodes() {
    assertThat(ClientCodes.nameOf("XX")).isEqualTo(Optional.empty());
    assertThat(ClientCodes.nameOf("lh")).isEqualTo(Optional.empty());
    assertThat(ClientCodes.nameOf("")).isEqualTo(Optional.empty());
  }
}
