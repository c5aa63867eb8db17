// SPDX-License-Identifier: Apache-2.0
package io.besuplugins.clientversion.besu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.besuplugins.clientversion.FakeBesuClassLoader;
import io.besuplugins.clientversion.FakeBesuServices;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ModeDecisionTest {

  private static final String QBFT = "{\"config\":{\"qbft\":{}}}";
  private static final String NO_MECHANISM = "{\"config\":{\"londonBlock\":0}}";

  @TempDir Path dir;

  @Test
  void answersWhereBesuDoesNotKnowTheMethodWhateverElseIsConfigured() throws Exception {
    final FakeBesuClassLoader besu = FakeBesuClassLoader.besu24Point8(true);
    assertThat(decide(besu, "")).isEqualTo(ModeReason.METHOD_UNKNOWN);
    assertThat(decide(besu, genesis(NO_MECHANISM))).isEqualTo(ModeReason.METHOD_UNKNOWN);
    assertThat(new ModeDecision(besu, new CommandLineOptions()).decide())
        .isEqualTo(ModeReason.METHOD_UNKNOWN);
  }

  @Test
  void observesWhereTheMergeFlagIsSet() throws Exception {
    final FakeBesuClassLoader besu = FakeBesuClassLoader.besu24Point10(true);
    assertThat(decide(besu, "")).isEqualTo(ModeReason.MERGE_FLAG_SET);
    assertThat(decide(besu, genesis(QBFT))).isEqualTo(ModeReason.MERGE_FLAG_SET);
    assertThat(new ModeDecision(besu, new CommandLineOptions()).decide())
        .isEqualTo(ModeReason.MERGE_FLAG_SET);
  }

  @Test
  void answersWithAGenesisFileThatIsCertainlyNotProofOfStake() throws Exception {
    final FakeBesuClassLoader besu = FakeBesuClassLoader.besu24Point10(false);
    assertThat(decide(besu, genesis(QBFT))).isEqualTo(ModeReason.NOT_PROOF_OF_STAKE_GENESIS);
    assertThat(decide(besu, genesis(NO_MECHANISM))).isEqualTo(ModeReason.UNDETERMINED);
    assertThat(decide(besu, genesis(NO_MECHANISM) + " --network=dev"))
        .as("a genesis file takes precedence")
        .isEqualTo(ModeReason.UNDETERMINED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"dev", "DEV", "classic", "Mordor"})
  void answersOnANetworkThatIsNotProofOfStake(final String network) throws Exception {
    assertThat(decide(FakeBesuClassLoader.besu24Point10(false), "--network=" + network))
        .isEqualTo(ModeReason.NOT_PROOF_OF_STAKE_NETWORK);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "--network=mainnet", "--network=hoodi", "--network=lukso"})
  void observesOnAnyOtherNetworkWhoseMergeFlagIsNotSet(final String arguments) throws Exception {
    assertThat(decide(FakeBesuClassLoader.besu24Point10(false), arguments))
        .isEqualTo(ModeReason.UNDETERMINED);
  }

  @ParameterizedTest
  @CsvSource({"true, MERGE_FLAG_SET", "false, NOT_PROOF_OF_STAKE_NETWORK"})
  void readsTheMergeFlagWhereBesu24Point9KeepsIt(final boolean flag, final ModeReason reason)
      throws Exception {
    final FakeBesuClassLoader besu =
        FakeBesuClassLoader.hiding().withMethod(true).withMergeFlag("MergeConfigOptions", flag);
    assertThat(decide(besu, "--network=dev")).isEqualTo(reason);
  }

  @Test
  void failsWhereTheListOfMethodsOrTheMergeFlagHasMoved() {
    assertThatThrownBy(() -> decide(FakeBesuClassLoader.hiding(), ""))
        .isInstanceOf(ClassNotFoundException.class)
        .hasMessageContaining("RpcMethod");
    assertThatThrownBy(() -> decide(FakeBesuClassLoader.hiding().withMethod(true), "--network=dev"))
        .isInstanceOf(ClassNotFoundException.class)
        .hasMessageContaining("MergeConfig");
  }

  @Test
  void failsWhereTheGenesisFileMattersAndCannotBeRead() throws Exception {
    final String missing = "--genesis-file=" + dir.resolve("missing.json");
    assertThat(decide(FakeBesuClassLoader.besu24Point10(true), missing))
        .isEqualTo(ModeReason.MERGE_FLAG_SET);
    assertThatThrownBy(() -> decide(FakeBesuClassLoader.besu24Point10(false), missing))
        .isInstanceOf(IOException.class);
  }

  @Test
  void failsWhereOptionsOfBesuMatterAndBesuDidNotAcceptThePluginsOption() {
    assertThatThrownBy(
            () ->
                new ModeDecision(FakeBesuClassLoader.besu24Point10(false), new CommandLineOptions())
                    .decide())
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("Besu did not accept the plugin's option");
  }

  private String genesis(final String json) throws IOException {
    return "--genesis-file=" + Files.writeString(dir.resolve("genesis.json"), json);
  }

  private static ModeReason decide(final ClassLoader besuClassLoader, final String arguments)
      throws Exception {
    final CommandLineOptions options = new CommandLineOptions();
    final FakeBesuServices besu = new FakeBesuServices();
    options.addTo(besu);
    besu.parse(arguments.isEmpty() ? new String[0] : arguments.split(" "));
    return new ModeDecision(besuClassLoader, options).decide();
  }
}
