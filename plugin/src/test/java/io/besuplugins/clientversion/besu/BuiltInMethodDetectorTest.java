// SPDX-License-Identifier: Apache-2.0
package io.besuplugins.clientversion.besu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.besuplugins.clientversion.FakeBesuClassLoader;
import io.besuplugins.clientversion.FakeBesuServices;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BuiltInMethodDetectorTest {

  @TempDir Path dir;

  /** All cases, where the merge flag is set, is not set, is not set yet, or is not there. */
  @ParameterizedTest
  @CsvSource({
    // method known, genesis file, set, not set, not set yet, not there
    "false, '', false, false, false, false",
    "false, terminalTotalDifficulty, false, false, false, false",
    "false, qbft, false, false, false, false",
    "false, londonBlock, false, false, false, false",
    "true, '', true, false, true, true",
    "true, terminalTotalDifficulty, true, true, true, true",
    "true, qbft, true, false, false, false",
    "true, londonBlock, true, true, true, true"
  })
  void decidesByMethodMergeFlagAndGenesisFile(
      final boolean known,
      final String genesis,
      final boolean ifSet,
      final boolean ifNotSet,
      final boolean ifNotSetYet,
      final boolean ifNotThere)
      throws Exception {
    final ClientVersionOptions options = options(genesis);
    final FakeBesuClassLoader set = besu(known).withMergeFlag("MergeConfiguration", true);
    final FakeBesuClassLoader notSet = besu(known).withMergeFlag("MergeConfiguration", false);

    assertThat(isBuiltIn(set, options, true)).isEqualTo(ifSet);
    assertThat(isBuiltIn(set, options, false)).isEqualTo(ifSet);
    assertThat(isBuiltIn(notSet, options, true)).isEqualTo(ifNotSet);
    assertThat(isBuiltIn(notSet, options, false)).isEqualTo(ifNotSetYet);
    assertThat(isBuiltIn(besu(known), options, true)).isEqualTo(ifNotThere);
    assertThat(isBuiltIn(besu(known), options, false)).isEqualTo(ifNotThere);
  }

  @Test
  void readsTheMergeFlagWhereBesu24Point9KeepsIt() throws Exception {
    final FakeBesuClassLoader besu = besu(true).withMergeFlag("MergeConfigOptions", false);
    assertThat(isBuiltIn(besu, options(""), true)).isFalse();
  }

  @Test
  void failsWhereTheListOfMethodsHasMoved() {
    assertThatThrownBy(() -> isBuiltIn(FakeBesuClassLoader.hiding(), options(""), true))
        .isInstanceOf(ClassNotFoundException.class);
  }

  @Test
  void failsWhereTheGenesisFileMattersAndCannotBeRead() throws Exception {
    final ClientVersionOptions options = options("londonBlock");
    Files.delete(dir.resolve("genesis.json"));
    assertThat(isBuiltIn(FakeBesuClassLoader.besu24Point10(true), options, true)).isTrue();
    assertThatThrownBy(() -> isBuiltIn(FakeBesuClassLoader.besu24Point10(false), options, true))
        .isInstanceOf(UncheckedIOException.class);
  }

  @Test
  void needsBesusOptionsOnlyWhereTheFlagsDoNotDecide() throws Exception {
    final ClientVersionOptions none = new ClientVersionOptions();
    assertThat(isBuiltIn(FakeBesuClassLoader.besu24Point10(true), none, true)).isTrue();
    assertThat(isBuiltIn(FakeBesuClassLoader.besu24Point8(false), none, true)).isFalse();
    assertThatThrownBy(() -> isBuiltIn(FakeBesuClassLoader.besu24Point10(false), none, true))
        .isInstanceOf(IllegalStateException.class);
  }

  /** Besu's options, with a genesis file that has this key, if any. */
  private ClientVersionOptions options(final String genesisKey) throws Exception {
    final ClientVersionOptions options = new ClientVersionOptions();
    final FakeBesuServices besu = new FakeBesuServices();
    options.addTo(besu);
    final String json = "{\"config\":{\"%s\":0}}".formatted(genesisKey);
    final Path file = Files.writeString(dir.resolve("genesis.json"), json);
    besu.parse(genesisKey.isEmpty() ? new String[0] : new String[] {"--genesis-file=" + file});
    return options;
  }

  private static FakeBesuClassLoader besu(final boolean knowsMethod) {
    return FakeBesuClassLoader.hiding().withMethod(knowsMethod);
  }

  private static boolean isBuiltIn(
      final ClassLoader besu, final ClientVersionOptions options, final boolean flagIsFinal)
      throws ReflectiveOperationException {
    return new BuiltInMethodDetector(besu, options, "engine_getClientVersionV1")
        .isBuiltIn(flagIsFinal);
  }
}
