// SPDX-License-Identifier: Apache-2.0
package io.besuplugins.clientversion.identification;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClientCodesTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "BU besu",
        "CN caplin",
        "EG erigon",
        "EJ ethereumJS",
        "EX ethrex",
        "GE go-ethereum",
        "GR grandine",
        "LH lighthouse",
        "LS lodestar",
        "NB nimbus CL",
        "NE nimbus EL",
        "NM nethermind",
        "PM prysm",
        "RH reth",
        "TE trin-execution",
        "TK teku"
      })
  void knowsTheCodesOfTheSpecification(final String codeAndName) {
    assertThat(ClientCodes.nameOf(codeAndName.substring(0, 2))).hasValue(codeAndName.substring(3));
  }

  @ParameterizedTest
  @ValueSource(strings = {"XX", "lh", ""})
  void knowsNoOtherCodes(final String code) {
    assertThat(ClientCodes.nameOf(code)).isEmpty();
  }
}
