// SPDX-License-Identifier: Apache-2.0
package io.besuplugins.clientversion.besu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.besuplugins.clientversion.FakeBesuClassLoader;
import io.besuplugins.clientversion.FakeBesuServices;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The first seven tests prove a row of the table each. */
class BuiltInMethodDetectorTest {

  private static final String NO_GENESIS_FILE = "";
  private static final String TTD = "{\"config\":{\"terminalTotalDifficulty\":0,\"qbft\":{}}}";
  private static final String QBFT = "{\"config\":{\"qbft\":{}}}";
  private static final String NOTHING = "{\"config\":{\"londonBlock\":0}}";
  private static final List<String> ALL = List.of(NO_GENESIS_FILE, TTD, QBFT, NOTHING);

  @TempDir Path dir;

  @Test
  void methodThatBesuDoesNotKnowIsNotBuiltIn() throws Exception {
    for (final String genesis : ALL) {
      for (final Boolean mergeFlag : new Boolean[] {true, false, null}) {
        assertThat(decide(false, mergeFlag, genesis)).as(genesis).containsOnly(false);
      }
    }
  }

  @Test
  void methodIsBuiltInWhereTheMergeFlagIsSet() throws Exception {
    for (final String genesis : ALL) {
      assertThat(decide(true, true, genesis)).as(genesis).containsOnly(true);
    }
  }

  @Test
  void methodIsBuiltInWhereTheGenesisFileHasATerminalTotalDifficulty() throws Exception {
    assertThat(decide(true, false, TTD)).containsOnly(true);
    assertThat(decide(true, null, TTD)).containsOnly(true);
  }

  @Test
  void methodIsNotBuiltInWhereTheGenesisFileDeclaresAnotherMechanism() throws Exception {
    assertThat(decide(true, false, QBFT)).containsOnly(false);
    assertThat(decide(true, null, QBFT)).containsOnly(false);
  }

  @Test
  void methodIsBuiltInWhereTheGenesisFileDeclaresNothing() throws Exception {
    assertThat(decide(true, false, NOTHING)).containsOnly(true);
    assertThat(decide(true, null, NOTHING)).containsOnly(true);
  }

  @Test
  void methodIsNotBuiltInOnANamedNetworkWhoseMergeFlagStaysUnset() throws Exception {
    assertThat(decide(true, false, NO_GENESIS_FILE).get(0)).isFalse();
  }

  @Test
  void methodIsBuiltInOnANamedNetworkWhoseMergeFlagIsUnknown() throws Exception {
    assertThat(decide(true, false, NO_GENESIS_FILE).get(1)).isTrue();
    assertThat(decide(true, null, NO_GENESIS_FILE)).containsOnly(true);
  }

  @Test
  void readsTheMergeFlagWhereBesu24Point9KeepsIt() throws Exception {
    final FakeBesuClassLoader besu =
        FakeBesuClassLoader.hiding().withMethod(true).withMergeFlag("MergeConfigOptions", false);
    assertThat(isBuiltIn(besu, options(NO_GENESIS_FILE), true)).isFalse();
  }

  @Test
  void failsWhereTheListOfMethodsHasMoved() {
    assertThatThrownBy(
            () -> isBuiltIn(FakeBesuClassLoader.hiding(), options(NO_GENESIS_FILE), true))
        .isInstanceOf(ClassNotFoundException.class);
  }

  @Test
  void failsWhereTheGenesisFileMattersAndCannotBeRead() throws Exception {
    final ClientVersionOptions options = options(NOTHING);
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

  /** The decisions with a final merge flag and with one that may be set later; null if moved. */
  private List<Boolean> decide(
      final boolean knowsMethod, final Boolean mergeFlag, final String genesis) throws Exception {
    final FakeBesuClassLoader besu = FakeBesuClassLoader.hiding().withMethod(knowsMethod);
    if (mergeFlag != null) {
      besu.withMergeFlag("MergeConfiguration", mergeFlag);
    }
    return List.of(
        isBuiltIn(besu, options(genesis), true), isBuiltIn(besu, options(genesis), false));
  }

  private ClientVersionOptions options(final String genesis) throws Exception {
    final ClientVersionOptions options = new ClientVersionOptions();
    final FakeBesuServices besu = new FakeBesuServices();
    options.addTo(besu);
    final Path file = Files.writeString(dir.resolve("genesis.json"), genesis);
    besu.parse(genesis.isEmpty() ? new String[0] : new String[] {"--genesis-file=" + file});
    return options;
  }

  private static boolean isBuiltIn(
      final ClassLoader besu, final ClientVersionOptions options, final boolean flagIsFinal)
      throws ReflectiveOperationException {
    return new BuiltInMethodDetector(besu, options, "engine_getClientVersionV1")
        .isBuiltIn(flagIsFinal);
  }
}
