// SPDX-License-Identifier: Apache-2.0
package io.besuplugins.clientversion.besu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GenesisFileTest {

  @TempDir Path dir;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'config':{'chainId':1,'ethash':{}}}",
        "{'config':{'fixeddifficulty':100}}",
        "{'config':{'ibft2':{'blockperiodseconds':2}}}",
        "{'config':{'clique':{}},'alloc':{}}",
        "{'CONFIG':{'QBFT':{}}}"
      })
  void isCertainlyNotProofOfStakeWithAnotherMechanism(final String json) throws IOException {
    assertThat(isCertainlyNotProofOfStake(json)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'config':{'terminalTotalDifficulty':0}}",
        "{'config':{'qbft':{},'terminalTotalDifficulty':0}}",
        "{'config':{'TerminalTotalDifficulty':'0x1','qbft':{}}}",
        "{'config':{'terminalTotalDifficulty':null,'qbft':{}}}",
        "{'config':{'chainId':1,'londonBlock':0}}",
        "{'config':{'x':{'qbft':{}}}}",
        "{'qbft':{},'config':{}}",
        "{'alloc':{'config':{'qbft':{}}}}",
        "{'config':null,'qbft':{}}",
        "{'config':[],'qbft':{}}",
        "{'config':{'qbft':{}},'config':{'terminalTotalDifficulty':0}}",
        "{'config':{'qbft':{}},'Config':{'qbft':{}}}",
        "{'config':{'qbft':{}},'config':null}",
        "{}",
        "[]"
      })
  void isNotCertainOtherwise(final String json) throws IOException {
    assertThat(isCertainlyNotProofOfStake(json)).isFalse();
  }

  @Test
  void findsTheConfigAfterManyAccounts() throws IOException {
    final String accounts =
        IntStream.range(0, 50_000)
            .mapToObj(i -> "'%040x':{'balance':'0x1','config':{'x':{}}}".formatted(i))
            .collect(Collectors.joining(","));
    assertThat(isCertainlyNotProofOfStake("{'alloc':{" + accounts + "},'config':{'clique':{}}}"))
        .isTrue();
  }

  @Test
  void failsIfTheFileCannotBeRead() {
    assertThatThrownBy(() -> GenesisFile.isCertainlyNotProofOfStake(dir.resolve("missing.json")))
        .isInstanceOf(IOException.class);
    assertThatThrownBy(() -> isCertainlyNotProofOfStake("{'config':"))
        .isInstanceOf(IOException.class);
  }

  private boolean isCertainlyNotProofOfStake(final String json) throws IOException {
    return GenesisFile.isCertainlyNotProofOfStake(
        Files.writeString(dir.resolve("genesis.json"), json.replace('\'', '"')));
  }
}
