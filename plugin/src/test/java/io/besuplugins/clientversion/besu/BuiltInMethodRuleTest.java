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
import org.junit.jupiter.params.provider.CsvSource;

class BuiltInMethodRuleTest {

  @TempDir Path dir;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "{'config':{'chainId':1,'ethash':{}}}                      | OTHER_MECHANISM",
        "{'config':{'fixeddifficulty':100}}                        | OTHER_MECHANISM",
        "{'config':{'ibft2':{'blockperiodseconds':2}}}             | OTHER_MECHANISM",
        "{'config':{'clique':{}}}                                  | OTHER_MECHANISM",
        "{'config':{'qbft':{}}}                                    | OTHER_MECHANISM",
        "{'CONFIG':{'QBFT':{}}}                                    | OTHER_MECHANISM",
        "{'config':{'terminalTotalDifficulty':0}}                  | TERMINAL_TOTAL_DIFFICULTY",
        "{'CONFIG':{'TerminalTotalDifficulty':'0x1'}}              | TERMINAL_TOTAL_DIFFICULTY",
        "{'config':{'qbft':{},'terminalTotalDifficulty':0}}        | TERMINAL_TOTAL_DIFFICULTY",
        "{'config':{'terminalTotalDifficulty':0,'qbft':{}}}        | TERMINAL_TOTAL_DIFFICULTY",
        "{'config':{'chainId':1,'londonBlock':0}}                  | NO_MECHANISM",
        "{'config':{'x':{'qbft':{},'terminalTotalDifficulty':0}}}  | NO_MECHANISM",
        "{'qbft':{},'terminalTotalDifficulty':0,'config':{}}       | NO_MECHANISM",
        "{'alloc':{'config':{'qbft':{}}}}                          | NO_MECHANISM",
        "{}                                                        | NO_MECHANISM"
      })
  void readsTopLevelOfTheConfigOnlyAndIgnoresCase(final String json, final String rule)
      throws IOException {
    assertThat(read(json)).hasToString(rule);
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
    assertThatThrownBy(() -> BuiltInMethodRule.ofGenesisFile(dir.resolve("missing.json")))
        .isInstanceOf(UncheckedIOException.class);
    assertThatThrownBy(() -> read("{'config':")).isInstanceOf(UncheckedIOException.class);
  }

  private BuiltInMethodRule read(final String json) throws IOException {
    return BuiltInMethodRule.ofGenesisFile(
        Files.writeString(dir.resolve("genesis.json"), json.replace('\'', '"')));
  }
}
