// SPDX-License-Identifier: Apache-2.0
package io.besuplugins.clientversion.besu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
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
  @ValueSource(strings = {"ethash", "fixeddifficulty", "ibft2", "qbft", "clique", "QBFT", "iBft2"})
  void recognisesOtherMechanismsInAnyCase(final String key) throws IOException {
    assertThat(read("{'config':{'chainId':1,'%s':{'blockperiodseconds':2}}}".formatted(key)))
        .isEqualTo(BuiltInMethodRule.OTHER_MECHANISM);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'config':{'terminalTotalDifficulty':0}}",
        "{'CONFIG':{'TerminalTotalDifficulty':'0x1'}}",
        "{'config':{'qbft':{},'terminalTotalDifficulty':0}}",
        "{'config':{'terminalTotalDifficulty':0,'qbft':{}}}"
      })
  void terminalTotalDifficultyOutranksOtherMechanisms(final String json) throws IOException {
    assertThat(read(json)).isEqualTo(BuiltInMethodRule.TERMINAL_TOTAL_DIFFICULTY);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'config':{'chainId':1,'londonBlock':0}}",
        "{'config':{'nested':{'qbft':{},'terminalTotalDifficulty':0},'shanghaiTime':0}}",
        "{'qbft':{},'terminalTotalDifficulty':0,'config':{}}",
        "{'alloc':{'config':{'qbft':{}}}}",
        "{}"
      })
  void ignoresKeysOutsideOfTheConfigsTopLevel(final String json) throws IOException {
    assertThat(read(json)).isEqualTo(BuiltInMethodRule.NO_MECHANISM);
  }

  @Test
  void findsTheConfigAfterManyAccounts() throws IOException {
    final String accounts =
        IntStream.range(0, 50_000)
            .mapToObj(i -> "'%040x':{'balance':'0x1','config':{'qbft':{}}}".formatted(i))
            .collect(Collectors.joining(","));
    assertThat(read("{'alloc':{" + accounts + "},'config':{'clique':{}}}"))
        .isEqualTo(BuiltInMethodRule.OTHER_MECHANISM);
  }

  @Test
  void failsIfTheFileCannotBeRead() {
    assertThatThrownBy(() -> GenesisFile.read(dir.resolve("missing.json")))
        .isInstanceOf(UncheckedIOException.class);
    assertThatThrownBy(() -> read("{'config':")).isInstanceOf(UncheckedIOException.class);
  }

  private BuiltInMethodRule read(final String json) throws IOException {
    return GenesisFile.read(
        Files.writeString(dir.resolve("genesis.json"), json.replace('\'', '"')));
  }
}
